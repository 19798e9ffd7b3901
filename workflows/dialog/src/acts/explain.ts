import { requiredNames, shownFields, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import { findLabels } from '../reading/labels.js';
import { exampleOf } from '../replying/examples.js';
import type { Session } from '../session.js';
import { blankClause, restClauses, type Behaviour } from './hearing.js';
import { says } from './phrases.js';

/** 为什么要填, 什么意思, 在哪里查: answered from the form, for the field that is asked or named. */
export const explain: Behaviour = (session, hearing) => {
  const { open, asked } = hearing;
  if (!open) return 'more';
  let again: string | null = null;
  for (const clause of restClauses(hearing)) {
    if (!says(clause.text, 'why')) continue;
    const named = findLabels(clause.text, shownFields(open)).filter(({ isName }) => isName).flatMap(({ fields }) => fields);
    const field = named.length > 0 ? named.find((one) => one === asked) ?? named[0]! : isShort(clause.text) ? asked : null;
    if (!field) {
      // Asked about a doubt: the doubt itself comes again.
      if (asked === null && session.state.question !== null && isShort(clause.text) && (hearing.answer?.source ?? 'none') === 'none') {
        blankClause(hearing, clause);
        session.act('explain');
      }
      continue;
    }
    // The knowledge base knows more than a form that says nothing.
    if (field.hint === null && (hearing.answer?.source ?? 'none') !== 'none') continue;
    blankClause(hearing, clause);
    session.act('explain');
    sayWhy(session, open, field);
    hearing.answer = null;
    if (asked && (open.draft.entries[asked.name]?.value ?? null) === null) again = asked.name;
  }
  // Asked again below, unless the same text answers it.
  hearing.again = again;
  return 'more';
};

/** Longer questions are about the matter, not about the field. */
const isShort = (text: string): boolean => text.replace(/[\s，。？?！!]/gu, '').length <= 14;

export function sayWhy(session: Session, open: OpenForm, field: FieldFacts): void {
  const service = session.title(open.draft.service);
  if (field.hint !== null) session.say('whereToFind', { title: field.title, hint: field.hint.replace(/(?<![。.！？])$/u, session.context.language === 'zh' ? '。' : '.') });
  else session.say(requiredNames(open).has(field.name) ? 'noExplanation' : 'noExplanationOptional', { title: field.title, service });
  if (field.section !== '') session.say('hint', { hint: field.section.replace(/。$/u, '') });
  const example = exampleOf(field);
  if (example !== '' && field.type !== 'boolean') session.say('example', { example });
  if (field.sensitive) session.say('sensitiveUse');
}
