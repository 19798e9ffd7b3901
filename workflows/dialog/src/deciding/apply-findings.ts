import { errorOf, put, settle, type OpenForm } from '../form/draft-data.js';
import type { FieldFacts } from '../form/field-facts.js';
import type { Finding } from '../reading/finding.js';
import type { Session } from '../session.js';
import type { EntrySource, Question } from '../state/dialog-state.js';

/** What became of the findings of a text. */
export interface Applied {
  taken: string[];
  /** Fields that got something wrong or half; their questions follow in the same message. */
  failed: string[];
  /** Fields that newly came to be seen. */
  questions: Question[];
}

export interface ApplySettings {
  source: EntrySource;
  asked: string | null;
  /** The citizen expressly changes what stands there. */
  isCorrection?: boolean;
}

/**
 * Takes what is sure and valid; keeps what is wrong, with the reason; leaves every doubt as a question. A field that is
 * filled already is changed only by its name, by a correction, or because it was asked for.
 */
export function applyFindings(session: Session, open: OpenForm, findings: readonly Finding[], settings: ApplySettings): Applied {
  const applied: Applied = { taken: [], failed: [], questions: [] };
  for (const [index, finding] of findings.entries()) {
    const rival = rivalOf(finding, findings, index);
    if (rival === 'earlier') continue;
    if (rival) applied.questions.push(rival(open.draft.service));
    else applyOne(session, open, finding, settings, applied);
    note(session, open, finding, applied);
  }
  return applied;
}

function applyOne(session: Session, open: OpenForm, finding: Finding, settings: ApplySettings, applied: Applied): void {
  const { draft, facts } = open;
  const service = draft.service;
  if (finding.type === 'unused') return;
  if (finding.type === 'place') {
    const fields = finding.fields.filter((name) => !isSame(draft.entries[name]?.value, finding.value));
    const only = fields.length === 1 ? draft.entries[fields[0]!] : undefined;
    // Somebody else's name does not put the applicant's in doubt.
    if (only && only.value !== null && (finding.why === 'of-somebody-else' || finding.why === 'whose-name')) return;
    if (only && only.value !== null) applied.questions.push({ kind: 'overwrite', service, field: fields[0]!, open: { value: finding.value, text: finding.text } });
    else if (fields.length === finding.fields.length) applied.questions.push({ kind: 'place', service, open: { value: finding.value, text: finding.text }, fields });
    return;
  }
  const field = facts.fields.get(finding.field)!;
  switch (finding.type) {
    case 'value':
      return takeValue(session, open, field, finding.value, finding, settings, applied);
    case 'wrong':
      return keepWrong(session, open, field, finding.value, finding.text, finding.reason, settings, applied);
    case 'partial':
      draft.partial[field.name] = finding.text;
      session.say(finding.missing === 'exact' ? 'partialExact' : finding.missing === 'year' ? 'partialYear' : 'partialDay', { title: field.title, text: finding.text });
      applied.failed.push(field.name);
      return;
    case 'meanings':
      applied.questions.push({ kind: 'meaning', service, field: field.name, options: finding.options, text: finding.text });
      return;
    case 'excluded':
      session.say('excluded', { title: field.title, options: field.options.filter(({ value }) => finding.options.includes(value)).map(({ title }) => title).join('、') });
      applied.failed.push(field.name);
  }
}

/** Puts a value into its field if the field takes it. */
export function takeValue(session: Session, open: OpenForm, field: FieldFacts, value: unknown, { text, why }: { text: string; why: string }, settings: ApplySettings, applied: Applied): void {
  const { draft } = open;
  const before = draft.entries[field.name];
  if (before && isSame(before.value, value)) {
    if (settings.asked === field.name || settings.isCorrection) session.say('unchanged', { title: field.title, value: session.show(field, value) });
    applied.taken.push(field.name);
    return;
  }
  const isMeant = settings.isCorrection || settings.asked === field.name || why === 'named' || settings.source === 'form' || !before || before.value === null;
  if (!isMeant) {
    applied.questions.push({ kind: 'overwrite', service: draft.service, field: field.name, open: { value, text } });
    return;
  }
  const error = errorOf(open, field.name, value);
  if (error) return keepWrong(session, open, field, value, text, error.message, settings, applied, true);
  const wasWrong = before !== undefined && before.value !== null && errorOf(open, field.name, before.value) !== null;
  put(draft, field.name, { value, text: null, source: settings.source });
  delete draft.failures[field.name];
  applied.taken.push(field.name);
  // A wrong value that is mended is no change of mind.
  if (before && before.value !== null && !wasWrong) {
    session.say('changed', { title: field.title, value: session.show(field, value) });
    session.effect({ type: 'corrected', service: draft.service, field: field.name, from: before.source });
    if (draft.stage === 'review') session.changedInReview = true;
  } else {
    session.took(field, value);
    session.effect({ type: 'count', what: settings.asked === field.name ? 'filled' : 'prefilled', service: draft.service, field: field.name });
  }
  sayShown(session, open);
}

/** The text is kept where it was typed, unless something right stands there; what is wrong is said in the message that asks again. */
function keepWrong(session: Session, open: OpenForm, field: FieldFacts, value: unknown, text: string, reason: string, settings: ApplySettings, applied: Applied, isMessage = false): void {
  const { draft } = open;
  const before = draft.entries[field.name];
  const keepsOld = before !== undefined && before.value !== null && errorOf(open, field.name, before.value) === null;
  if (!keepsOld) put(draft, field.name, { value: fits(field, value) ? value : null, text, source: settings.source });
  const shown = session.show(field, fits(field, value) ? value : text);
  if (isMessage) session.say('problemPlain', { message: reason.replace(/[：:]\s*/u, `“${shown}”：`) });
  else session.say('problem', { title: field.title, value: shown, reason: reason.replace(/。$/u, '') });
  draft.failures[field.name] = (draft.failures[field.name] ?? 0) + 1;
  session.effect({ type: 'count', what: 'invalid', service: draft.service, field: field.name });
  applied.failed.push(field.name);
}

/** Whether the field could hold the value at all, right or wrong. */
function fits({ type }: FieldFacts, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (type === 'number' || type === 'integer' || type === 'money') return typeof value === 'number';
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'table' || type === 'attachment' || type === 'multi-choice') return Array.isArray(value);
  return typeof value === 'string';
}

/** What the data now hides is set aside, and what it shows again comes back; both aloud. */
export function sayShown(session: Session, open: OpenForm): void {
  const zh = session.context.language === 'zh';
  const { hidden, restored } = settle(open);
  if (hidden.length > 0) session.say('hidden', { titles: hidden.map(({ title }) => title).join(zh ? '、' : ', ') });
  if (restored.length > 0) {
    const values = restored.map((field) => `${field.title} ${session.show(field, open.draft.entries[field.name]?.value)}`).join(zh ? '；' : '; ');
    session.say('restored', { titles: restored.map(({ title }) => title).join(zh ? '、' : ', '), values });
  }
}

/** Two values for one field in one text: the citizen says which. */
function rivalOf(finding: Finding, all: readonly Finding[], index: number): 'earlier' | ((service: string) => Question) | null {
  if (finding.type !== 'value') return null;
  const rivals = all.filter((one): one is Extract<Finding, { type: 'value' }> => one.type === 'value' && one.field === finding.field && !isSame(one.value, finding.value));
  if (rivals.length === 0) return all.slice(0, index).some((one) => one.type === 'value' && one.field === finding.field) ? 'earlier' : null;
  const first = all.findIndex((one) => one.type === 'value' && one.field === finding.field);
  if (first < index) return 'earlier';
  const options = [finding, ...rivals].map(({ value, text }) => ({ value, label: text }));
  return (service) => ({ kind: 'meaning', service, field: finding.field, options, text: options.map(({ label }) => label).join('/') });
}

function note(session: Session, open: OpenForm, finding: Finding, applied: Applied): void {
  const field = 'field' in finding ? finding.field : null;
  const taken = finding.type === 'value' && applied.taken.includes(finding.field);
  session.trace.values.push({
    field,
    slot: field === null ? null : (open.facts.fields.get(field)?.slot?.key ?? null),
    kind: finding.kind,
    text: finding.text,
    start: finding.start,
    end: finding.end,
    value: 'value' in finding ? finding.value : null,
    taken,
    why: finding.why,
  });
}

export function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}
