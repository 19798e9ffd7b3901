import type { OpenForm } from '../form/draft-data.js';
import { requiredNames } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import type { Session } from '../session.js';
import { exampleOf } from './examples.js';
import { fieldWidget } from './field-widget.js';

/** More choices than a person wants as buttons. */
const MAX_BUTTONS = 8;

/** Puts the question for a field: words, buttons and the widget. What failed often gets an example, then a way around. */
export function askField(session: Session, open: OpenForm, field: FieldFacts, why: string): void {
  const { draft } = open;
  const failures = draft.failures[field.name] ?? 0;
  const isRepeated = session.state.question?.kind === 'field' && session.state.question.field === field.name;
  sayQuestion(session, field);
  if (field.hint !== null && (!isRepeated || failures === 1) && !draft.asked.includes(field.name)) session.say('hint', { hint: field.hint });
  if (failures >= 2) {
    const example = exampleOf(field);
    if (example !== '') session.say('example', { example });
  }
  session.showField(fieldWidget(open, field));
  offerChoices(session, field);
  const required = requiredNames(open).has(field.name);
  if (failures >= 3) offerWays(session, field, required);
  else if (!required) session.offer({ label: session.text('leaveOut'), payload: `skip:${field.name}` });
  if (draft.asked.at(-1) !== field.name) draft.asked = [...draft.asked.filter((name) => name !== field.name), field.name];
  session.ask({ kind: 'field', service: draft.service, field: field.name });
  session.trace.next = { service: draft.service, field: field.name, why };
  if (!isRepeated) session.effect({ type: 'count', what: 'asked', service: draft.service, field: field.name });
}

export function sayQuestion(session: Session, field: FieldFacts): void {
  const { title } = field;
  const options = field.options.map((option) => option.title).join(session.context.language === 'zh' ? '、' : ', ');
  switch (field.type) {
    case 'date':
      return session.say('askDate', { title });
    case 'money':
      return session.say('askMoney', { title });
    case 'number':
    case 'integer':
      return session.say('askNumber', { title });
    case 'division':
      return session.say('askDivision', { title });
    case 'choice':
      return field.options.length > MAX_BUTTONS ? session.say('askLongChoice', { title }) : session.say('askChoice', { title, options });
    case 'multi-choice':
      return field.options.length > MAX_BUTTONS ? session.say('askLongChoice', { title }) : session.say('askMultiChoice', { title, options });
    case 'boolean':
      return /是否|有无|有没有|是不是|吗/u.test(title) ? session.say('askBoolean', { title: title.replace(/[？?]$/u, '') }) : session.say('askIs', { title });
    case 'attachment':
      return session.say('askAttachment', { title });
    case 'table':
      return session.say('askTable', { title, columns: field.columns.map((column) => column.title).join(session.context.language === 'zh' ? '、' : ', ') });
    default:
      return session.say('askText', { title });
  }
}

function offerChoices(session: Session, field: FieldFacts): void {
  if (field.type === 'boolean') {
    session.offer({ label: session.text('yes'), payload: `set:${field.name}:true` }, { label: session.text('no'), payload: `set:${field.name}:false` });
  }
  if (field.type === 'choice' && field.options.length <= MAX_BUTTONS) {
    session.offer(...field.options.map(({ value, title }) => ({ label: title, payload: `set:${field.name}:${value}` })));
  }
}

function offerWays(session: Session, field: FieldFacts, required: boolean): void {
  session.say(required ? 'offerWays' : 'offerWaysOptional');
  session.offer(
    required ? { label: session.text('later'), payload: `later:${field.name}` } : { label: session.text('leaveOut'), payload: `skip:${field.name}` },
    { label: session.text('person'), payload: 'person' },
  );
}
