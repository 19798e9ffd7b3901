import { sayShown } from '../deciding/apply-findings.js';
import { put, requiredNames, shownFields, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import { findLabels } from '../reading/labels.js';
import type { Session } from '../session.js';
import { blankClause, restClauses, type Behaviour } from './hearing.js';

const CLEARING = /清空|清除|清掉|删掉|删除|删了|去掉|划掉|抹掉|不要填|先?不填了?|取消填写/u;
const ROW = /第.{1,3}[行条个人项]/u;

/** 把邮箱清空, 地址不填了: takes a value out, by the field's name. */
export const clear: Behaviour = (session, hearing) => {
  const { open } = hearing;
  if (!open) return 'more';
  for (const clause of restClauses(hearing)) {
    if (clause.isQuestion || !CLEARING.test(clause.text) || ROW.test(clause.text)) continue;
    const named = findLabels(clause.text, shownFields(open)).filter(({ isName }) => isName);
    const fields = [...new Set(named.flatMap((label) => (label.fields.length > 1 ? label.fields.filter(({ name }) => name in open.draft.entries) : label.fields)))];
    if (fields.length === 0) continue;
    blankClause(hearing, clause);
    session.act('clear');
    if (named.some((label) => label.fields.filter(({ name }) => name in open.draft.entries).length > 1)) {
      session.say('whichField');
      session.offer(...fields.map(({ name, title }) => ({ label: title, payload: `clear:${name}` })));
      session.ask({ kind: 'which-field', service: open.draft.service, open: null, fields: fields.map(({ name }) => name) });
      return 'done';
    }
    for (const field of fields) clearField(session, open, field);
  }
  return 'more';
};

export function clearField(session: Session, open: OpenForm, field: FieldFacts): void {
  const { draft } = open;
  if (!(field.name in draft.entries)) return session.say('nothingToClear', { title: field.title });
  put(draft, field.name, null);
  if (!requiredNames(open).has(field.name)) draft.none = [...draft.none, field.name];
  if (draft.stage === 'review') session.changedInReview = true;
  session.say('cleared', { title: field.title });
  sayShown(session, open);
}
