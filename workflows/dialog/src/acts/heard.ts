import type { Answer } from '../answer.types.js';
import type { Understanding } from '../dialog.types.js';
import { proceed } from '../deciding/proceed.js';
import { requiredNames, type OpenForm } from '../form/draft-data.js';
import type { Session } from '../session.js';
import type { Question } from '../state/dialog-state.js';
import { askAgain } from './ask-again.js';
import { answerQuestion } from './answer-question.js';
import { clear } from './clear.js';
import { correct } from './correct.js';
import { digress } from './digress.js';
import { explain } from './explain.js';
import { fill } from './fill.js';
import { fillTable } from './fill-table.js';
import { askedField, type Behaviour, type Hearing } from './hearing.js';
import { hasWords } from './phrases.js';
import { complain } from './complain.js';
import { copySame, sameAs } from './same-as.js';
import { skip } from './skip.js';
import { smallTalk } from './small-talk.js';
import { steer } from './steer.js';
import { toPerson } from './to-person.js';
import { unclear } from './unclear.js';
import { wish } from './wish.js';

/** In the order in which they look at a text. */
const BEHAVIOURS: readonly Behaviour[] = [toPerson, complain, smallTalk, answerQuestion, steer, wish, clear, sameAs, correct, skip, explain, fillTable, fill, copySame, digress, unclear];

/** More than anybody types by hand; the rest is not read, and the citizen is told. */
const MAX_TEXT = 2000;

export function heard(session: Session, text: string, understanding: Understanding | null, answer: Answer | null): void {
  const whole = typeof text === 'string' ? text : '';
  const said = whole.slice(0, MAX_TEXT).normalize('NFC');
  session.trace.intents = (understanding?.intents ?? []).slice(0, 5).map(({ key, confidence }) => ({ key, confidence, title: session.world.intent(key)?.title ?? key }));
  if (!hasWords(said)) {
    session.act('empty');
    session.say('empty');
    return askAgain(session);
  }
  if (whole.length > MAX_TEXT) {
    session.act('cut');
    session.say('long', { limit: MAX_TEXT });
  }
  const open = session.active();
  const question = session.state.question;
  const hearing: Hearing = { text: said, rest: said, understanding, answer, open, asked: askedField(session, open), next: null, again: null, about: null, copies: [], unplaced: [] };
  for (const behaviour of BEHAVIOURS) if (behaviour(session, hearing) === 'done') return;
  session.state.unclear = 0;
  const now = session.active();
  if (isLeft(session, question)) {
    session.state.question = null;
    session.say('leftOut');
  }
  // A doubt stays until it is settled, whatever was spoken of in between.
  if (!now || (question !== null && question.kind !== 'field' && session.state.question === question && hearing.next === null && !isSettled(session, question))) askAgain(session);
  else proceed(session, now, hearing.next ?? stillNeeded(hearing, now));
}

/** How often a doubt comes again, whatever else is said; then the value is left out. */
const MAX_REPEATS = 1;

function isLeft({ state }: Session, question: Question | null): boolean {
  const isDoubt = question !== null && state.question === question && (question.kind === 'place' || question.kind === 'meaning' || question.kind === 'overwrite');
  state.repeated = isDoubt ? state.repeated + 1 : 0;
  return state.repeated > MAX_REPEATS;
}

/** The asked field, where it must be filled, is still empty and was not put off. */
function stillNeeded({ asked, again }: Hearing, open: OpenForm): string | null {
  if (again !== null && (open.draft.entries[again]?.value ?? null) === null) return again;
  if (!asked || open.draft.later.includes(asked.name) || !requiredNames(open).has(asked.name)) return null;
  return (open.draft.entries[asked.name]?.value ?? null) === null ? asked.name : null;
}

/** The value in doubt has found its place by other words. */
function isSettled(session: Session, question: Question): boolean {
  const open = session.active();
  if (!open || !('open' in question) || question.open === null) return false;
  const { value } = question.open;
  return Object.values(open.draft.entries).some((entry) => entry.value !== null && JSON.stringify(entry.value) === JSON.stringify(value));
}
