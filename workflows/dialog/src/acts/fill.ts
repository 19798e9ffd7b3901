import { applyFindings } from '../deciding/apply-findings.js';
import { errorOf, shownFields, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import type { Finding } from '../reading/finding.js';
import { clausesOf } from '../reading/clauses.js';
import { findLabels } from '../reading/labels.js';
import { readAsked } from '../reading/read-asked.js';
import { readSentence } from '../reading/read-sentence.js';
import type { Session } from '../session.js';
import type { Question } from '../state/dialog-state.js';
import { blank, type Behaviour, type Hearing } from './hearing.js';
import { hasWords } from './phrases.js';

/** A value may bring fields to light that the same text fills. */
const MAX_ROUNDS = 4;

/** Takes what the text states for the form, asked or not. */
export const fill: Behaviour = (session, hearing) => {
  const { open } = hearing;
  if (!open || !hasWords(hearing.rest)) return 'more';
  const known = new Set<string>();
  const questions: Question[] = [];
  const used: { start: number; end: number }[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const fields = shownFields(open).filter(({ name }) => !known.has(name));
    if (fields.length === 0) break;
    const findings = found(session, hearing, open, fields, used);
    for (const { name } of fields) known.add(name);
    const applied = applyFindings(session, open, findings, { source: 'said', asked: hearing.asked?.name ?? null });
    questions.push(...applied.questions);
    if (applied.taken.length > 0) session.act('fill');
    if (applied.failed.length > 0) {
      session.act('mend');
      hearing.next ??= applied.failed[0]!;
    }
    for (const one of findings) {
      const takers = one.type === 'unused' ? one.fields.filter((field) => errorOf(open, field, one.value) === null) : [];
      if (one.type === 'unused' && takers.length > 0) hearing.unplaced.push({ value: one.value, text: one.text, fields: takers });
    }
    used.push(...findings.filter(({ type }) => type !== 'unused').map(({ start, end }) => ({ start, end })));
    if (applied.taken.length === 0) break;
  }
  for (const { start, end } of used) blank(hearing, start, end);
  session.state.waiting = [...session.state.waiting, ...questions];
  return 'more';
};

function found(session: Session, hearing: Hearing, open: OpenForm, fields: readonly FieldFacts[], used: readonly { start: number; end: number }[]): Finding[] {
  const { now, language } = session.context;
  const { asked, understanding } = hearing;
  if (used.length === 0 && asked) hearing.rest = withPartial(open, asked, hearing.rest);
  const { rest } = hearing;
  const isAsked = used.length === 0 && asked !== null && fields.includes(asked);
  const isFilled = ({ name }: FieldFacts) => (open.draft.entries[name]?.value ?? null) !== null;
  const findings = readSentence(rest, { now, language, fields, allFields: [...open.facts.fields.values()], asked: isAsked ? asked : null, understanding, isFilled, used, serviceTitle: session.title(open.draft.service) });
  if (!isAsked || findings.some((one) => 'field' in one && one.field === asked.name)) return findings;
  // A story is told with places and amounts in it; only what is expressly for another field is none of it.
  if (asked.type === 'textarea' && findings.every((one) => one.type === 'unused' || one.why !== 'named')) {
    const story = readAsked(rest, asked, { now, language });
    return story ? [story] : findings;
  }
  const answer = readAsked(asked.type === 'text' ? untouched(rest, findings, fields) : without(rest, findings), asked, { now, language });
  if (!answer) return findings;
  const at = Math.max(0, rest.indexOf(answer.text));
  const placed = { ...answer, start: at, end: at + answer.text.length };
  return [...findings.filter((one) => one.type !== 'unused' || one.end <= placed.start || one.start >= placed.end), placed];
}

/** The clause that no other field has a part in; '' where there are several, as nobody can tell which is the answer. */
function untouched(text: string, findings: readonly Finding[], fields: readonly FieldFacts[]): string {
  const clauses = clausesOf(text).filter(({ isQuestion, isSupposed }) => !isQuestion && !isSupposed);
  const labels = findLabels(text, fields).filter(({ isName }) => isName);
  const free = clauses.filter(({ start, end }) => !findings.some((one) => one.type !== 'unused' && one.start < end && start < one.end));
  const plain = free.filter(({ start, end }) => clauses.length === 1 || !labels.some((label) => label.start < end && start < label.end));
  return plain.length === 1 ? plain[0]!.text : '';
}

/** 2024年3月 and then 15号 are one answer. */
function withPartial({ draft }: OpenForm, field: FieldFacts, text: string): string {
  const begun = draft.partial[field.name];
  return begun !== undefined && field.type === 'date' && /^\s*(?:就?是|那就)?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?\s*$/u.test(text) ? `${begun}${text.replace(/就?是|那就|\s/gu, '').replace(/(?<![日号])$/u, '日')}` : text;
}

/** The text without the values that other fields took. */
function without(text: string, findings: readonly Finding[]): string {
  return findings.reduce((rest, { type, start, end }) => (type === 'unused' ? rest : rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)), text);
}
