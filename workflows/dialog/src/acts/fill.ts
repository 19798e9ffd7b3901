import { applyFindings } from '../deciding/apply-findings.js';
import { shownFields, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import type { Finding } from '../reading/finding.js';
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
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const fields = shownFields(open).filter(({ name }) => !known.has(name));
    if (fields.length === 0) break;
    const findings = found(session, hearing, open, fields, round === 0);
    for (const { name } of fields) known.add(name);
    const applied = applyFindings(session, open, findings, { source: 'said', asked: hearing.asked?.name ?? null });
    questions.push(...applied.questions);
    if (applied.taken.length > 0) session.act('fill');
    if (applied.failed.length > 0) {
      session.act('mend');
      hearing.next ??= applied.failed[0]!;
    }
    for (const finding of findings) if (finding.type !== 'unused') blank(hearing, finding.start, finding.end);
    if (applied.taken.length === 0) break;
  }
  session.state.waiting = [...session.state.waiting, ...questions];
  return 'more';
};

function found(session: Session, hearing: Hearing, open: OpenForm, fields: readonly FieldFacts[], isFirst: boolean): Finding[] {
  const { now, language } = session.context;
  const { asked, rest, understanding } = hearing;
  const isAsked = isFirst && asked !== null && fields.includes(asked);
  const isFilled = ({ name }: FieldFacts) => (open.draft.entries[name]?.value ?? null) !== null;
  const findings = readSentence(rest, { now, language, fields, asked: isAsked ? asked : null, understanding, isFilled, serviceTitle: session.title(open.draft.service) });
  if (!isAsked || findings.some((one) => 'field' in one && one.field === asked.name)) return findings;
  const answer = readAsked(withPartial(open, asked, without(rest, findings)), asked, { now, language });
  // 不是这里面的任何一个: a doubt about the asked field outweighs what the rules read elsewhere at its place.
  return answer ? [...findings.filter((one) => one.type !== 'unused' || one.end <= answer.start || one.start >= answer.end), answer] : findings;
}

/** 2024年3月 and then 15号 are one answer. */
function withPartial({ draft }: OpenForm, field: FieldFacts, text: string): string {
  const begun = draft.partial[field.name];
  return begun !== undefined && field.type === 'date' && /^\s*\d{1,2}\s*[日号]?|^[一二三四五六七八九十]{1,3}[日号]?/u.test(text) ? `${begun}${text.trim().replace(/(?<![日号])$/u, '日')}` : text;
}

/** The text without the values that other fields took. */
function without(text: string, findings: readonly Finding[]): string {
  return findings.reduce((rest, { type, start, end }) => (type === 'unused' ? rest : rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)), text);
}
