import { applyFindings } from '../deciding/apply-findings.js';
import { display } from '../form/display.js';
import { shownFields, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import type { Finding } from '../reading/finding.js';
import { findLabels } from '../reading/labels.js';
import { readAsked } from '../reading/read-asked.js';
import { readCorrection, type Correction } from '../reading/read-correction.js';
import type { Session } from '../session.js';
import { blank, type Behaviour, type Hearing } from './hearing.js';

/** As many corrections as one message holds. */
const MAX_CORRECTIONS = 5;

/** 不是A是B, A改成B, B不是A, 手机号改成B, 手机号错了: changes what stands in the form, by its value or by its name. */
export const correct: Behaviour = (session, hearing) => {
  const { open } = hearing;
  if (!open) return 'more';
  let from = 0;
  for (let count = 0; count < MAX_CORRECTIONS; count += 1) {
    const found = readCorrection(hearing.rest.slice(from));
    if (!found) return 'more';
    const at = { ...found, start: found.start + from, end: found.end + from };
    from = correctOne(session, hearing, open, at) ? from : at.end;
    if (session.hasAsked) return 'done';
  }
  return 'more';
};

/** Whether the words were a correction of something in the form; then they are dealt with. */
function correctOne(session: Session, hearing: Hearing, open: OpenForm, found: Correction): boolean {
  const named = fieldsNamed(open, found.field);
  const filled = shownFields(open).filter(({ name }) => name in open.draft.entries);
  if (found.next === null) return named.length > 0 && reask(session, hearing, open, named, found);
  const next = clean(found.next);
  const byOld = found.old === null ? [] : filled.filter((field) => holds(session, open, field, clean(found.old!)));
  const turned = found.isTurnable && byOld.length === 0 ? filled.filter((field) => holds(session, open, field, next)) : [];
  const value = turned.length > 0 ? clean(found.old!) : next;
  const candidates = byOld.length > 0 ? byOld : turned.length > 0 ? turned : named;
  const narrowed = candidates.length > 1 && named.length > 0 ? candidates.filter((field) => named.includes(field)) : candidates;
  if (narrowed.length === 0) return found.old === null && found.field === null && correctLast(session, hearing, open, found, value);
  const readings = narrowed.flatMap((field) => reading(session, field, value));
  const [first] = readings;
  if (!first) return false;
  blank(hearing, found.start, found.end);
  session.act('correct');
  if (readings.length > 1) {
    const fields = readings.flatMap((one) => ('field' in one ? [one.field] : []));
    const question = { kind: 'place' as const, service: open.draft.service, open: { value: 'value' in first ? first.value : value, text: value }, fields };
    session.state.waiting.push(question);
    return true;
  }
  const applied = applyFindings(session, open, [first], { source: 'said', asked: null, isCorrection: true });
  session.state.waiting.push(...applied.questions);
  hearing.next ??= applied.failed[0] ?? null;
  return true;
}

/** 写错了，是B: what was filled last, if it takes the value. */
function correctLast(session: Session, hearing: Hearing, open: OpenForm, found: Correction, value: string): boolean {
  const last = open.draft.changes.at(-1)?.field;
  const field = last === undefined ? undefined : shownFields(open).find(({ name }) => name === last);
  const finding = field && reading(session, field, value)[0];
  if (!finding) return false;
  blank(hearing, found.start, found.end);
  session.act('correct');
  const applied = applyFindings(session, open, [finding], { source: 'said', asked: null, isCorrection: true });
  session.state.waiting.push(...applied.questions);
  hearing.next ??= applied.failed[0] ?? null;
  return true;
}

/** 电话换了: asked again; what stands there stays until something else is said. A value that follows is read for it. */
function reask(session: Session, hearing: Hearing, open: OpenForm, named: readonly FieldFacts[], found: Correction): boolean {
  const fields = named.filter(({ name }) => name in open.draft.entries);
  if (fields.length === 0) return false;
  blank(hearing, found.start, found.end);
  session.act('correct');
  if (fields.length > 1) {
    session.say('whichField');
    session.offer(...fields.map(({ name, title }) => ({ label: title, payload: `edit:${name}` })));
    session.ask({ kind: 'which-field', service: open.draft.service, open: null, fields: fields.map(({ name }) => name) });
    return true;
  }
  hearing.next = fields[0]!.name;
  hearing.asked = fields[0]!;
  if (open.draft.stage === 'review') session.changedInReview = true;
  return true;
}

function fieldsNamed(open: OpenForm, words: string | null): FieldFacts[] {
  if (words === null) return [];
  const labels = findLabels(words, shownFields(open));
  const names = labels.filter(({ isName }) => isName);
  const fields = (names.length > 0 ? names : labels).flatMap((label) => label.fields);
  const filled = fields.filter(({ name }) => name in open.draft.entries);
  return [...new Set(filled.length > 0 ? filled : fields)];
}

const TAIL = /[\s。.、]+$|(?:了|吧|哦|啊|呀|呢|才对|的)$/gu;

function clean(text: string): string {
  const plain = text.trim().replace(/^(?:应该|应当)?(?:是|为|：|:|我的?)/u, '').replace(TAIL, '').trim();
  return plain === '' ? text.trim() : plain;
}

function reading(session: Session, field: FieldFacts, text: string): Finding[] {
  const finding = readAsked(text, field, session.context);
  return finding && finding.type !== 'excluded' ? [finding] : [];
}

/** Whether the words name what stands in the field. */
function holds(session: Session, open: OpenForm, field: FieldFacts, text: string): boolean {
  const entry = open.draft.entries[field.name];
  if (!entry || text === '') return false;
  const shown = display(field, entry.value, session.context.language, true);
  if (text === shown || text === entry.text) return true;
  const read = readAsked(text, field, session.context);
  if (read?.type === 'value') return JSON.stringify(read.value) === JSON.stringify(entry.value) || (field.type === 'text' && text.length >= 2 && shown.includes(text));
  if (read?.type === 'meanings') return read.options.some(({ value }) => JSON.stringify(value) === JSON.stringify(entry.value));
  return text.length >= 2 && shown.includes(text);
}

