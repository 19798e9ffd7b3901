import { nextField } from '../deciding/next-field.js';
import { put, requiredNames, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import type { Session } from '../session.js';
import { blankClause, restClauses, type Behaviour } from './hearing.js';
import { says } from './phrases.js';

/** 不知道, 没有, 不想说, 以后再填 as the answer to the open question; what else the text says is read as ever. */
export const skip: Behaviour = (session, hearing) => {
  const { open, asked } = hearing;
  if (!open || !asked) return 'more';
  for (const clause of restClauses(hearing)) {
    const { text } = clause;
    const kind = (['later', 'refuse', 'unknown', 'none'] as const).find((phrase) => says(text, phrase));
    if (!kind || (clause.isQuestion && kind !== 'refuse') || (kind === 'none' && takesNone(asked))) continue;
    if (kind === 'later' && (asked.type === 'textarea' || text.length > 24)) continue;
    blankClause(hearing, clause);
    session.act('skip');
    if (kind === 'later') putOff(session, open, asked);
    else if (kind === 'refuse') refuse(session, open, asked);
    else if (kind === 'unknown') helpToFind(session, open, asked);
    else leaveOut(session, open, asked);
    return 'more';
  }
  return 'more';
};

/** 没有 is an answer to a question of yes or no, and where a choice says so. */
function takesNone(field: FieldFacts): boolean {
  return field.type === 'boolean' || field.options.some(({ title }) => /^(?:无|没有|不需要|否)/u.test(title));
}

export function leaveOut(session: Session, open: OpenForm, field: FieldFacts): void {
  const { draft } = open;
  if (requiredNames(open).has(field.name)) {
    session.say('neededAnyway', { title: field.title });
    return offerLater(session, field);
  }
  if (field.name in draft.entries) put(draft, field.name, null);
  draft.none = [...draft.none.filter((name) => name !== field.name), field.name];
  session.say('skippedNone', { title: field.title });
  session.effect({ type: 'count', what: 'skipped', service: draft.service, field: field.name });
}

export function putOff(session: Session, open: OpenForm, field: FieldFacts): void {
  const { draft } = open;
  if (!requiredNames(open).has(field.name)) return leaveOut(session, open, field);
  draft.later = [...draft.later.filter((name) => name !== field.name), field.name];
  session.effect({ type: 'count', what: 'skipped', service: draft.service, field: field.name });
  const next = nextField(open);
  if (next?.field.name === field.name) {
    session.say('onlyThisLeft');
    session.say('neededAnyway', { title: field.title });
  } else session.say('skippedLater', { title: field.title });
}

function refuse(session: Session, open: OpenForm, field: FieldFacts): void {
  if (!requiredNames(open).has(field.name)) return leaveOut(session, open, field);
  session.say('mustNotSay', { title: field.title });
  if (field.sensitive) session.say('sensitiveUse');
  offerLater(session, field);
}

function helpToFind(session: Session, open: OpenForm, field: FieldFacts): void {
  if (!requiredNames(open).has(field.name) && field.hint === null) return leaveOut(session, open, field);
  if (field.hint !== null) session.say('whereToFind', { title: field.title, hint: field.hint });
  open.draft.failures[field.name] = (open.draft.failures[field.name] ?? 0) + 1;
  offerLater(session, field);
}

function offerLater(session: Session, field: FieldFacts): void {
  session.offer({ label: session.text('later'), payload: `later:${field.name}` }, { label: session.text('person'), payload: 'person' });
}
