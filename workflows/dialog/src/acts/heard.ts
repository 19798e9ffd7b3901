import type { Answer } from '../answer.types.js';
import type { Understanding } from '../dialog.types.js';
import { proceed } from '../deciding/proceed.js';
import type { Session } from '../session.js';
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
import { copySame, sameAs } from './same-as.js';
import { skip } from './skip.js';
import { smallTalk } from './small-talk.js';
import { steer } from './steer.js';
import { toPerson } from './to-person.js';
import { unclear } from './unclear.js';
import { wish } from './wish.js';

/** In the order in which they look at a text. */
const BEHAVIOURS: readonly Behaviour[] = [toPerson, smallTalk, answerQuestion, steer, wish, clear, sameAs, correct, skip, explain, fillTable, fill, copySame, digress, unclear];

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
  const hearing: Hearing = { text: said, rest: said, understanding, answer, open, asked: askedField(session, open), next: null, copies: [], unplaced: [] };
  for (const behaviour of BEHAVIOURS) if (behaviour(session, hearing) === 'done') return;
  session.state.unclear = 0;
  const now = session.active();
  if (now) proceed(session, now, hearing.next);
  else askAgain(session);
}
