import type { OpenForm } from '../form/draft-data.js';
import type { Session } from '../session.js';
import type { Question } from '../state/dialog-state.js';

/** Puts a question that is not the plain one for a field; false where it has lost its ground. */
export function putQuestion(session: Session, open: OpenForm, question: Question): boolean {
  switch (question.kind) {
    case 'place':
      return askPlace(session, open, question);
    case 'meaning':
      return askMeaning(session, open, question);
    case 'overwrite':
      return askOverwrite(session, open, question);
    default:
      return false;
  }
}

function askPlace(session: Session, { facts }: OpenForm, question: Extract<Question, { kind: 'place' }>): boolean {
  const fields = question.fields.flatMap((name) => facts.fields.get(name) ?? []);
  const [only] = fields;
  if (!only) return false;
  const text = session.show(only, fields.length === 1 || typeof question.open.value !== 'string' ? question.open.value : question.open.value);
  if (fields.length === 1) {
    session.say('whichPlaceOne', { text, title: only.title });
    session.offer({ label: session.text('rightSo'), payload: `place:${only.name}` }, { label: session.text('notSo'), payload: 'place:' });
  } else {
    session.say('whichPlace', { text });
    session.offer(...fields.map(({ name, title }) => ({ label: title, payload: `place:${name}` })), { label: session.text('neither'), payload: 'place:' });
  }
  session.act('clarify');
  session.ask(question);
  return true;
}

function askMeaning(session: Session, { facts }: OpenForm, question: Extract<Question, { kind: 'meaning' }>): boolean {
  const field = facts.fields.get(question.field);
  if (!field) return false;
  session.say('whichMeaning', { title: field.title, text: question.text });
  session.offer(...question.options.map(({ label }, index) => ({ label, payload: `meaning:${index}` })), { label: session.text('neither'), payload: 'meaning:' });
  session.act('clarify');
  session.ask(question);
  return true;
}

function askOverwrite(session: Session, { facts, draft }: OpenForm, question: Extract<Question, { kind: 'overwrite' }>): boolean {
  const field = facts.fields.get(question.field);
  if (!field) return false;
  session.say('overwrite', { title: field.title, old: session.show(field, draft.entries[field.name]?.value), value: session.show(field, question.open.value) });
  session.offer({ label: session.text('change'), payload: 'yes' }, { label: session.text('keep'), payload: 'no' });
  session.act('clarify');
  session.ask(question);
  return true;
}
