import { normalise, readValues, reasonText, SLOT_TYPES, type SlotType, toUtf16Offset } from '@banshi/values';
import type { FieldFacts } from '../form/field-facts.js';
import { clausesOf } from './clauses.js';
import type { Finding } from './finding.js';
import { readShortStatement, readStatement, readYesNo } from './read-boolean.js';
import { readChoice } from './read-choice.js';
import { isCutPlace, isLooseNumeral } from './cut-values.js';
import { isName } from './read-named-text.js';
import { readFound, type FieldReading, type ReadingSettings } from './read-found.js';

type Settings = Omit<ReadingSettings, 'isAsked'>;

/** What a text says as the answer to one field's question; the field's type decides how it is read. Null when it is no answer. */
export function readAsked(text: string, field: FieldFacts, settings: Settings): Finding | null {
  const said = statementsOf(text);
  if (said.trim() === '') return null;
  const trimmed = said.trim();
  const start = text.indexOf(trimmed) < 0 ? 0 : text.indexOf(trimmed);
  const at = { text: trimmed, start, end: start + trimmed.length, kind: field.type, why: 'asked' };
  switch (field.type) {
    case 'boolean': {
      const value = readYesNo(firstClause(said)) ?? readYesNo(said) ?? readStatement(said, field.title) ?? readShortStatement(firstClause(said), field.title);
      return value === null ? null : { type: 'value', field: field.name, value, ...at };
    }
    case 'choice':
    case 'multi-choice':
      return readOptions(said, field, at);
    case 'text':
    case 'textarea':
      return field.accepts.length > 0 ? (readKinds(text, field, settings) ?? readText(said, field, at)) : readText(said, field, at);
    case 'attachment':
    case 'table':
      return null;
    default:
      return readKinds(text, field, settings) ?? readWhole(said, field, settings, at);
  }
}

function statementsOf(text: string): string {
  const clauses = clausesOf(text);
  const stated = clauses.filter(({ isQuestion, isSupposed }) => !isQuestion && !isSupposed);
  return stated.length === clauses.length ? text : stated.map((clause) => clause.text).join('，');
}

const firstClause = (text: string): string => clausesOf(text)[0]?.text ?? '';

type Place = { text: string; start: number; end: number; kind: string; why: string };

function readOptions(said: string, field: FieldFacts, at: Place): Finding | null {
  const { chosen, excluded } = readChoice(said, field.options);
  if (field.type === 'multi-choice') return chosen.length > 0 ? { type: 'value', field: field.name, value: chosen.map(({ value }) => value), ...at } : null;
  if (chosen.length === 1) return { type: 'value', field: field.name, value: chosen[0]!.value, ...at };
  if (chosen.length > 1) return { type: 'meanings', field: field.name, options: chosen.map(({ value, title }) => ({ value, label: title })), ...at };
  if (excluded.length === 0) return null;
  // Of two choices the one that is left is meant.
  const left = field.options.filter((option) => !excluded.includes(option));
  if (left.length === 1) return { type: 'value', field: field.name, value: left[0]!.value, ...at };
  return { type: 'excluded', field: field.name, options: excluded.map(({ value }) => value), ...at };
}

/** The one value of the field's kinds in the text, read with these kinds alone, so that no other kind takes its place. */
function readKinds(text: string, field: FieldFacts, settings: Settings): Finding | null {
  const found = readValues(text, { now: settings.now, kinds: field.accepts, ...(field.lean && { lean: field.lean }) });
  const read = found.flatMap((one) => {
    if (one.kind === 'address' && isCutPlace(one.text, text, toUtf16Offset(text, one.end))) return [];
    if (one.kind === 'number' && isLooseNumeral(text, toUtf16Offset(text, one.start), toUtf16Offset(text, one.end))) return [];
    const reading = readFound(field, one, { ...settings, isAsked: true });
    return reading ? [{ one, reading }] : [];
  });
  if (read.length !== 1) return null;
  const { one, reading } = read[0]!;
  return findingOf(field, reading, { text: one.text, start: toUtf16Offset(text, one.start), end: toUtf16Offset(text, one.end), kind: one.kind, why: 'asked' });
}

export function findingOf(field: FieldFacts, reading: FieldReading, at: Place): Finding {
  switch (reading.type) {
    case 'value':
      return { type: 'value', field: field.name, value: reading.value, ...at };
    case 'wrong':
      return { type: 'wrong', field: field.name, value: reading.value, reason: reading.reason, ...at };
    case 'partial':
      return { type: 'partial', field: field.name, missing: reading.missing, ...at };
    case 'meanings':
      return { type: 'meanings', field: field.name, options: reading.options, ...at };
  }
}

const isSlotType = (type: string): type is SlotType => (SLOT_TYPES as readonly string[]).includes(type);
const FILLER = /^(?:我的?|那|嗯|就|应该|大概)?(?:号码|号|卡号|手机|电话|日期|金额)?(?:就是|应该是|是|为|：|:)\s*/u;

/** A number with too few digits, a date that does not exist: it was meant for the field, and its check says what is wrong. */
function readWhole(said: string, field: FieldFacts, { now, language }: Settings, at: Place): Finding | null {
  const type = field.type === 'integer' ? 'number' : field.type;
  const plain = firstClause(said).trim().replace(FILLER, '');
  if (!isSlotType(type) || plain === '') return null;
  const isCode = ['resident-id', 'credit-code', 'mobile', 'bank-card', 'phone'].includes(type);
  if (isCode && !/\d{3}/u.test(plain.replace(/[\s-]/gu, ''))) return null;
  // 后四位是1234 is no number, and neither are two of them.
  if (isCode && /[^\dXx\s()（）+A-HJ-NP-RTUWY-]/iu.test(plain)) return null;
  if (type === 'division' && !/^[\p{Script=Han}\s]{2,20}[省市区县州旗盟镇乡]$/u.test(plain)) return null;
  const normal = normalise(type, plain, now, field.lean ? { lean: field.lean } : {});
  if (!normal) return null;
  const candidates = normal.candidates ?? [];
  if (candidates.length > 1 && !(field.lean && normal.verdict.valid)) return { type: 'meanings', field: field.name, options: candidates.slice(0, 8).map(({ value, normal: label }) => ({ value, label })), ...at, text: plain };
  if (!normal.verdict.valid) return { type: 'wrong', field: field.name, value: isCode ? normal.normal : null, reason: reasonText(normal.verdict, language), ...at, text: plain };
  return normal.value === null ? null : { type: 'value', field: field.name, value: normal.value, ...at, text: plain };
}

const LEAD = /^(?:我的?|那|嗯+|就|我们?|应该)?(?:名字|姓名|单位|地址|名称)?(?:就是|应该是|是|叫做|叫|为|在|填|写|：|:)\s*/u;
const TAIL = /[\s。，、！!.]+$|(?:吧|哦|啊|呀|呢|啦)$/gu;

const POINTING = /^(?:我|你|您|他|她|它|咱|这|那|老)[\p{Script=Han}]{0,6}的$|^(?:我|你|他|她|它|这个|那个|自己)$/u;

function readText(said: string, field: FieldFacts, at: Place): Finding | null {
  const isLong = field.type === 'textarea';
  const plain = isLong ? said.trim() : said.trim().replace(LEAD, '').replace(TAIL, '').trim();
  if (plain === '' || !/[\p{L}\p{N}]/u.test(plain)) return null;
  // 填我爸的 points at something, and names nothing.
  if (!isLong && POINTING.test(plain)) return null;
  const start = at.start + Math.max(0, at.text.indexOf(plain));
  const place = { ...at, text: plain, start, end: start + plain.length };
  if (field.accepts.includes('person')) return isName(plain) ? { type: 'value', field: field.name, value: plain.replace(/\s+(?=\p{Script=Han})/gu, ''), ...place } : doubtful(field, plain, place);
  // Several clauses for a line of text: which of them is the value, nobody can tell.
  if (!isLong && clausesOf(plain).length > 1) return null;
  // A name of an organisation is not made of an amount or a day: 补贴申请1万元.
  if (field.accepts.includes('organization') && readValues(plain).some(({ kind }) => !['organization', 'address', 'person', 'ordinal'].includes(kind))) return null;
  const fixed = field.accepts.some((kind) => ['email', 'plate', 'postcode', 'mobile', 'phone', 'resident-id', 'credit-code', 'bank-card'].includes(kind));
  return fixed ? null : { type: 'value', field: field.name, value: plain, ...place };
}

/** 买买提 may be a name and 好的呀 is none: where the rules do not know it, the citizen says. */
function doubtful(field: FieldFacts, text: string, at: Place): Finding | null {
  if (readValues(text).some(({ kind }) => kind !== 'person')) return null;
  return /^[\p{Script=Han}·]{2,8}$|^[A-Za-z][A-Za-z .'-]{1,49}$/u.test(text) && !/[的了吗呢么吧啊不没是有在办要想]/u.test(text) ? { type: 'place', fields: [field.name], value: text, ...at } : null;
}
