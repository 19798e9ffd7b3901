import { readValues } from '@banshi/values';
import { proceed } from '../deciding/proceed.js';
import type { OpenForm } from '../form/draft-data.js';
import { isQuestionText } from '../reading/clauses.js';
import { readYesNo } from '../reading/read-boolean.js';
import { readChoice } from '../reading/read-choice.js';
import { startService } from '../services/start-service.js';
import type { Session } from '../session.js';
import type { Question } from '../state/dialog-state.js';
import { decide } from './decide-value.js';
import { dropService, submit } from './finish-service.js';
import { blankClause, restClauses, type Behaviour, type Hearing } from './hearing.js';
import { hasWords, says } from './phrases.js';
import { editField } from './steer.js';
import { handOver } from './to-person.js';
import { noneOfThese } from './wish.js';

const BEGIN = /^(?:那就)?(?:我)?(?:要|想|现在|马上|开始)?(?:办|办理|申请|申领|开始)(?:吧|的|了|这个|一下)?$/u;
const TOLD = ['resident-id', 'mobile', 'phone', 'credit-code', 'bank-card', 'person', 'organization', 'address'] as const;

/** The answer to a question other than that for a field. What does not answer it is read as anything else is; then the question comes again. */
export const answerQuestion: Behaviour = (session, hearing) => {
  const { question } = session.state;
  const { open } = hearing;
  switch (question?.kind) {
    case 'which-service':
      return chooseService(session, hearing, question);
    case 'start':
      if (BEGIN.test(hearing.text.replace(/[\s，。！!]/gu, ''))) {
        begin(session, hearing, question.service);
        return 'done';
      }
      // Who tells what the form asks for has begun.
      if (!isQuestionText(hearing.text) && readValues(hearing.text, { now: session.context.now, kinds: TOLD }).length > 0) {
        hearing.open = startService(session, question.service);
        return 'more';
      }
      return yesOrNo(session, hearing, () => begin(session, hearing, question.service), () => noneOfThese(session, hearing.text));
    case 'person':
      return yesOrNo(session, hearing, () => handOver(session, 'unclear', hearing.text), () => session.say('welcome'));
    case 'cancel':
      return yesOrNo(session, hearing, () => dropService(session, question.service), () => keepOn(session));
    case 'place':
      return open ? choosePlace(session, hearing, open, question) : 'more';
    case 'meaning':
      return open ? chooseMeaning(session, hearing, open, question) : 'more';
    case 'overwrite':
      return open ? chooseOverwrite(session, hearing, open, question) : 'more';
    case 'which-field':
      return open ? chooseField(session, hearing, open, question) : 'more';
    case 'review':
      return open ? checkReview(session, hearing, open) : 'more';
    default:
      return 'more';
  }
};

function yesOrNo(session: Session, { text }: Hearing, onYes: () => void, onNo: () => void): 'done' | 'more' {
  const answer = readYesNo(text) ?? (says(text, 'cancel') ? true : null);
  if (answer === null) return 'more';
  session.state.question = null;
  (answer ? onYes : onNo)();
  return 'done';
}

function begin(session: Session, hearing: Hearing, service: string): void {
  hearing.open = startService(session, service);
  if (hearing.open) proceed(session, hearing.open);
}

function keepOn(session: Session): void {
  const open = session.active();
  if (open) proceed(session, open);
}

const NEITHER = /^(?:都不是|都不对|都不要|不是|没有|以上都不是|none)/iu;

function chooseService(session: Session, hearing: Hearing, { services, text }: Extract<Question, { kind: 'which-service' }>): 'done' | 'more' {
  if (NEITHER.test(hearing.text.trim())) {
    noneOfThese(session, text);
    return 'done';
  }
  const { chosen } = readChoice(hearing.text, services.map((key) => ({ value: key, title: session.title(key) })));
  if (chosen.length !== 1) return 'more';
  begin(session, hearing, chosen[0]!.value);
  return 'done';
}

function choosePlace(session: Session, hearing: Hearing, open: OpenForm, question: Extract<Question, { kind: 'place' }>): 'done' | 'more' {
  const { text } = hearing;
  const options = question.fields.flatMap((name) => open.facts.fields.get(name) ?? []).map(({ name, title }) => ({ value: name, title }));
  const only = options.length === 1 ? readYesNo(text) : null;
  if (only === false || NEITHER.test(text.trim()) || says(text, 'unknown')) return dropDoubt(session, open);
  if (/^(?:都是|两个都是|都一样|全都是)/u.test(text.trim()) && options.length > 1) {
    for (const { value } of options) decide(session, open, value, question.open.value, question.open.text);
    proceed(session, open);
    return 'done';
  }
  const { chosen } = readChoice(text, options);
  const name = only === true ? options[0]!.value : chosen.length === 1 ? chosen[0]!.value : byStem(text, open, question.fields);
  if (name === null) return 'more';
  proceed(session, open, decide(session, open, name, question.open.value, question.open.text));
  return 'done';
}

/** 户籍的 for 户籍所在地. */
function byStem(text: string, { facts }: OpenForm, names: readonly string[]): string | null {
  const meant = names.filter((name) => facts.fields.get(name)?.stems.some((stem) => text.includes(stem)));
  return meant.length === 1 && text.length <= 12 ? meant[0]! : null;
}

function dropDoubt(session: Session, open: OpenForm): 'done' {
  session.state.question = null;
  session.say('leftOut');
  session.act('none');
  proceed(session, open);
  return 'done';
}

function chooseMeaning(session: Session, { text }: Hearing, open: OpenForm, question: Extract<Question, { kind: 'meaning' }>): 'done' | 'more' {
  if (NEITHER.test(text.trim())) {
    session.state.question = null;
    session.act('none');
    proceed(session, open, question.field);
    return 'done';
  }
  const options = question.options.map(({ label }, index) => ({ value: String(index), title: label }));
  const { chosen } = readChoice(text, options);
  const option = chosen.length === 1 ? question.options[Number(chosen[0]!.value)] : undefined;
  if (!option) return 'more';
  proceed(session, open, decide(session, open, question.field, option.value, question.text));
  return 'done';
}

const CHANGE = /^(?:改|要改|换|改吧|改一下|用新的|新的)$/u;
const KEEP = /^(?:不改|不换|保留|留着|用原来的|原来的|旧的)/u;

function chooseOverwrite(session: Session, { text }: Hearing, open: OpenForm, question: Extract<Question, { kind: 'overwrite' }>): 'done' | 'more' {
  const plain = text.replace(/[\s，。！!]/gu, '');
  const answer = KEEP.test(plain) ? false : CHANGE.test(plain) ? true : readYesNo(text);
  if (answer === null) return 'more';
  if (answer) proceed(session, open, decide(session, open, question.field, question.open.value, question.open.text));
  else {
    session.state.question = null;
    session.say('keptOld');
    proceed(session, open);
  }
  return 'done';
}

function chooseField(session: Session, hearing: Hearing, open: OpenForm, question: Extract<Question, { kind: 'which-field' }>): 'done' | 'more' {
  const options = question.fields.flatMap((name) => open.facts.fields.get(name) ?? []);
  const { chosen } = readChoice(hearing.text, options.map(({ name, title }) => ({ value: name, title })));
  const name = chosen.length === 1 ? chosen[0]!.value : byStem(hearing.text, open, question.fields);
  if (name === null) return 'more';
  const plain = hearing.text.replace(/[\s，。！!]/gu, '');
  if (question.open === null && plain.length > (open.facts.fields.get(name)?.title.length ?? 0) + 4) return 'more';
  session.state.question = null;
  if (question.open) proceed(session, open, decide(session, open, name, question.open.value, question.open.text));
  else editField(session, open, name, 'editing');
  return 'done';
}

/** 对的 hands in; 对的，不过电话换了 changes one thing and keeps the rest. */
function checkReview(session: Session, hearing: Hearing, open: OpenForm): 'done' | 'more' {
  if (says(hearing.text, 'modify')) {
    askWhatToChange(session, open);
    return 'done';
  }
  for (const clause of restClauses(hearing)) if (says(clause.text, 'right') || says(clause.text, 'submit')) blankClause(hearing, clause);
  if (hasWords(hearing.rest)) return 'more';
  submit(session, open);
  return 'done';
}

/** As many fields as fit on buttons. */
const MAX_BUTTONS = 8;

export function askWhatToChange(session: Session, open: OpenForm): void {
  const filled = Object.keys(open.draft.entries).filter((name) => open.facts.fields.has(name));
  session.act('edit');
  session.say('whatToChange');
  session.offer(...filled.slice(0, MAX_BUTTONS).map((name) => ({ label: open.facts.fields.get(name)!.title, payload: `edit:${name}` })));
  session.ask({ kind: 'which-field', service: open.draft.service, open: null, fields: filled });
}

