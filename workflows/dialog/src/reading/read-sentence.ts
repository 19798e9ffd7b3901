import { codePointLength, readValues, toUtf16Offset, type FoundMeaning } from '@banshi/values';
import type { Understanding } from '../dialog.types.js';
import type { FieldFacts } from '../form/field-facts.js';
import { qualifierOf } from '../form/field-names.js';
import { clausesOf, type Clause } from './clauses.js';
import type { Finding } from './finding.js';
import { findLabels, type Label } from './labels.js';
import { placeValue } from './place-value.js';
import { readShortStatement, readStatement } from './read-boolean.js';
import { mentionedOptions } from './read-choice.js';
import { isCutPlace, isLooseNumeral, nameBefore } from './cut-values.js';
import { type FieldReading, readFound, type ReadingSettings } from './read-found.js';
import { readNamedText } from './read-named-text.js';

export interface SentenceSettings extends Omit<ReadingSettings, 'isAsked'> {
  fields: readonly FieldFacts[];
  /** All of the form: what stands behind the name of a field that is hidden now is for no other. */
  allFields: readonly FieldFacts[];
  asked: FieldFacts | null;
  understanding: Understanding | null;
  isFilled: (field: FieldFacts) => boolean;
  /** Places whose words have been taken already; names there still count. */
  used: readonly { start: number; end: number }[];
  /** Words that name the service: what stands in them is no choice. */
  serviceTitle: string;
}

type Placed = FoundMeaning & { from: number; to: number };

const DENYING = /(?:不是|并非|不再是|不住在?|没住在?|不在|不叫|不属于|别填|不要填|不用)(?:我?的)?$/u;
const ABOUT = /大概|大约|差不多|左右|上下|估计|可能|约莫/u;
const RELATIVE_PERIOD = /^(?:今年|去年|前年|明年|本月|这个月|上个?月|下个?月|现在|近期|最近)$/u;

/** What a text states for the fields of a form, whether they were asked or not. What it asks or supposes states nothing. */
export function readSentence(text: string, settings: SentenceSettings): Finding[] {
  const clauses = clausesOf(text);
  const labels = findLabels(text, settings.allFields);
  const read = readValues(text, { now: settings.now }).map((found) => placed(text, found));
  // 诊断医院 is the name of a field, not that of a hospital.
  const values = joined(read.filter(({ from, to }) => !labels.some(({ start, end, isName }) => isName && start <= from && to <= end)));
  const findings: Finding[] = [];
  let topic: string | null = null;
  for (const clause of clauses) {
    const within = values.filter(({ from, to }) => from >= clause.start && to <= clause.end && !settings.used.some(({ start, end }) => start < to && from < end));
    topic = topicOf(clause, settings.allFields) ?? topic;
    if (clause.isSupposed || (clause.isQuestion && labels.length === 0)) continue;
    const told = clause.isQuestion ? [] : readNamedText(text, clause, labels, within, settings.used, settings.fields);
    const free = within.filter(({ from, to }) => !told.some(({ start, end }) => start < to && from < end));
    findings.push(...told);
    for (const found of free) findings.push(...readValue(text, found, clause, labels, values, topic, settings));
    if (clause.isQuestion) continue;
    const taken = [...settings.used, ...told, ...within.map(({ from, to }) => ({ start: from, end: to }))];
    findings.push(...readChoices(clause, labels, settings, taken));
  }
  return findings.sort((a, b) => a.start - b.start);
}

function placed(text: string, found: FoundMeaning): Placed {
  return { ...found, from: toUtf16Offset(text, found.start), to: toUtf16Offset(text, found.end) };
}

/** 样例科学院法学研究所 is one organisation, not two. */
function joined(values: readonly Placed[]): Placed[] {
  return values.reduce<Placed[]>((list, found) => {
    const last = list.at(-1);
    if (!last || last.kind !== 'organization' || found.kind !== 'organization' || last.to !== found.from) return [...list, found];
    const text = last.text + found.text;
    return [...list.slice(0, -1), { ...last, end: found.end, to: found.to, text, normal: text, value: text }];
  }, []);
}

/** 监护人李四，身份证号…: what follows is the guardian's, until somebody else is named. */
function topicOf({ text }: Clause, fields: readonly FieldFacts[]): string | null {
  if (/我的|本人|我叫|我是/u.test(text)) return '';
  const owners = fields.map(({ title }) => qualifierOf(title)).filter((owner) => owner.length >= 2 && /人$|方$|配偶|子女|老人|学生|家长|法人|代表$/u.test(owner) && text.includes(owner));
  return owners.sort((a, b) => b.length - a.length)[0] ?? null;
}

function readValue(text: string, found: Placed, clause: Clause, labels: readonly Label[], values: readonly Placed[], topic: string | null, settings: SentenceSettings): Finding[] {
  const { asked } = settings;
  const at = { text: found.text, start: found.from, end: found.to, kind: found.kind };
  if (found.kind === 'date' && RELATIVE_PERIOD.test(found.text) && clause.text.trim() !== found.text) return [];
  if (found.kind === 'number' && isLooseNumeral(text, found.from, found.to)) return [];
  if (found.kind === 'address' && isCutPlace(found.text, text, found.to)) return [];
  // 不是北京, 不住在北京: what is denied is no value.
  if (DENYING.test(text.slice(clause.start, found.from))) return [];
  const isNamed = labels.some(({ start, end, fields }) => start >= clause.start && end <= clause.end && fields.some((field) => field.accepts.includes(found.kind)));
  const readings = settings.fields.flatMap((field) => {
    const reading = readFound(field, found, { ...settings, isAsked: field === asked || isNamed });
    return reading ? [{ field, reading }] : [];
  });
  const marked = markedFields(found, settings);
  const place = placeValue(found, readings.map(({ field }) => field), {
    clause, labels, fields: settings.fields, allFields: settings.allFields, values: values.map(({ from, to, kind }) => ({ start: from, end: to, kind })), asked: clause.isQuestion ? null : asked, topic, isFilled: settings.isFilled, marked, text,
  });
  const why = place.why;
  if (place.fields.length === 0 || (clause.isQuestion && why !== 'named')) {
    const takers = readings.filter(({ field, reading }) => reading.type === 'value' && !settings.isFilled(field));
    const value = valueOf(takers[0]?.reading);
    return [{ type: 'unused', ...at, why, fields: takers.filter(({ reading }) => valueOf(reading) === value).map(({ field }) => field.name), value }];
  }
  const first = readings.find(({ field }) => field === place.fields[0])!;
  if (!place.isSure) {
    const value = valueOf(first.reading) ?? found.text;
    const same = place.fields.filter((field) => (valueOf(readings.find((one) => one.field === field)?.reading) ?? found.text) === value);
    return [{ type: 'place', ...at, why, fields: same.map(({ name }) => name), value }];
  }
  const field = first.field.name;
  const front = found.kind === 'organization' ? nameBefore(text.slice(clause.start, found.from)) : '';
  if (front !== '') {
    const whole = front + found.text;
    const wider = { ...at, text: whole, start: found.from - front.length };
    return why === 'asked' ? [{ type: 'value', ...wider, why, field, value: whole }] : [{ type: 'place', ...wider, why: 'uncertain-name', fields: [field], value: whole }];
  }
  // 大概五万 is no amount for a form.
  if (first.reading.type === 'value' && (found.kind === 'money' || found.kind === 'number') && ABOUT.test(clause.text)) return [{ type: 'partial', ...at, why, field, missing: 'exact' }];
  switch (first.reading.type) {
    case 'value':
      return [{ type: 'value', ...at, why, field, value: first.reading.value }];
    case 'wrong':
      return [{ type: 'wrong', ...at, why, field, value: first.reading.value, reason: first.reading.reason }];
    case 'partial':
      return [{ type: 'partial', ...at, why, field, missing: first.reading.missing }];
    case 'meanings':
      return [{ type: 'meanings', ...at, why, field, options: first.reading.options }];
  }
}

/** A number may be 分 in one field and a count in another: only fields that would hold the same are offered together. */
function valueOf(reading: FieldReading | undefined): unknown {
  return reading?.type === 'value' || reading?.type === 'wrong' ? reading.value : null;
}

/** The fields whose slot the model saw at the value's place. */
function markedFields(found: FoundMeaning, { understanding, fields }: SentenceSettings): FieldFacts[] {
  const slots = (understanding?.spans ?? []).filter(({ start, end }) => start < found.end && found.start < end).map(({ slot }) => slot);
  return fields.filter(({ slot }) => slot !== null && slots.includes(slot.key));
}

/** Choices and yes-or-no that a statement settles by the way. Short titles say too little without the field's name. */
function readChoices(clause: Clause, labels: readonly Label[], { fields, asked, serviceTitle, isFilled }: SentenceSettings, taken: readonly { start: number; end: number }[]): Finding[] {
  const found: Finding[] = [];
  const near = (field: FieldFacts) => labels.some((label) => label.isName && label.start >= clause.start && label.end <= clause.end && label.fields.includes(field));
  const at = (word: string) => clause.start + Math.max(0, clause.text.indexOf(word));
  const isFree = (word: string) => !taken.some(({ start, end }) => at(word) < end && start < at(word) + word.length) && !serviceTitle.includes(word);
  const short = fields.filter((field) => field.type === 'boolean' && readShortStatement(clause.text, field.title) !== null);
  for (const field of fields) {
    if (field === asked) continue;
    if (field.type === 'boolean') {
      const isElsewhere = labels.some(({ start, end, isName, fields: named }) => isName && start >= clause.start && end <= clause.end && !named.includes(field));
      const value = isElsewhere && !near(field) ? null : (readStatement(clause.text, field.title) ?? (short.length === 1 && short[0] === field ? readShortStatement(clause.text, field.title) : null));
      if (value !== null && (near(field) || !isFilled(field))) found.push({ type: 'value', field: field.name, value, text: clause.text.trim(), start: clause.start, end: clause.end, kind: 'boolean', why: 'stated' });
    }
    if (field.type !== 'choice' && field.type !== 'multi-choice') continue;
    const isNamed = near(field);
    if (!isNamed && isFilled(field)) continue;
    const usable = field.options.filter(({ title }) => isNamed || clause.text.trim() === title || ((codePointLength(title) >= 3 || isLastWord(clause.text, title)) && isFree(title) && !/^其他|^其它/u.test(title)));
    const { chosen, excluded } = mentionedOptions(clause.text, usable);
    if (excluded.length > 0 || chosen.length === 0 || (field.type === 'choice' && chosen.length > 1)) continue;
    const elsewhere = !isNamed && fields.some((other) => other !== field && (other.type === 'choice' || other.type === 'multi-choice') && other.options.some(({ title }) => title === chosen[0]!.title));
    const value = field.type === 'choice' ? chosen[0]!.value : chosen.map((option) => option.value);
    const place = { text: chosen[0]!.title, start: at(chosen[0]!.title), end: at(chosen[0]!.title) + chosen[0]!.title.length, kind: field.type };
    if (elsewhere) continue;
    found.push({ type: 'value', field: field.name, value, ...place, why: isNamed ? 'named' : 'stated' });
  }
  return found;
}

/** A short title counts where it ends what is said: 结婚证遗失了, but not 退休金 for 退休, nor what somebody wants to have done. */
function isLastWord(text: string, title: string): boolean {
  const at = text.lastIndexOf(title);
  return codePointLength(title) === 2 && at >= 0 && /^(?:了|的|啦|过)?\s*$/u.test(text.slice(at + title.length)) && !/(?:办|申请|要|想|需要|查|问)理?$/u.test(text.slice(0, at));
}
