import { readValues, reasonText, type FoundMeaning } from '@banshi/values';
import type { FieldFacts } from '../form/field-facts.js';

type Language = 'zh' | 'en';

/** What a found value is to a field. */
export type FieldReading =
  | { type: 'value'; value: unknown }
  /** It is a value of the field's kind, but cannot be right; `value` is what to keep of it. */
  | { type: 'wrong'; value: unknown; reason: string }
  | { type: 'partial'; missing: 'day' | 'year' | 'exact' }
  | { type: 'meanings'; options: { value: unknown; label: string }[] };

export interface ReadingSettings {
  now: Date;
  language: Language;
  /** A number without a unit may be an amount of money, because money was asked for. */
  isAsked: boolean;
}

const value = (of: unknown): FieldReading => ({ type: 'value', value: of });

/** What a value in a text means in a field; null when it does not belong there. */
export function readFound(field: FieldFacts, found: FoundMeaning, settings: ReadingSettings): FieldReading | null {
  if (!field.accepts.includes(found.kind)) return null;
  switch (found.kind) {
    case 'date':
    case 'datetime':
      return readDate(field, found.text, settings);
    case 'address':
      return readAddress(field, found, settings);
    case 'money':
      if (found.value?.currency !== 'CNY') return null;
      if (found.value.about) return { type: 'partial', missing: 'exact' };
      return found.value.fen === null ? wrong(found, settings) : value(found.value.fen);
    case 'number':
    case 'percent':
      if (!found.value) return null;
      if (found.value.about || found.value.upper !== undefined) return { type: 'partial', missing: 'exact' };
      if (field.type === 'money') return settings.isAsked ? value(Math.round(found.value.number * 100)) : null;
      return field.type === 'text' ? value(found.normal) : value(found.value.number);
    case 'age':
      if (!/年龄|岁/u.test(field.title) || !found.value || found.value.unit !== 'year') return null;
      return value(found.value.amount);
    case 'duration':
      return field.type === 'text' ? value(found.text) : readDuration(field, found);
    default:
      return found.verdict.valid ? value(found.value) : wrong(found, settings);
  }
}

function wrong(found: FoundMeaning, { language }: ReadingSettings): FieldReading {
  return { type: 'wrong', value: found.normal, reason: reasonText(found.verdict, language) };
}

/** The field says whether 5月1日 is behind or before us; where it does not, the citizen is asked. */
function readDate(field: FieldFacts, text: string, { now, language }: ReadingSettings): FieldReading | null {
  const [found, ...others] = readValues(text, { now, kinds: ['date', 'datetime'], ...(field.lean && { lean: field.lean }) });
  if (!found || others.length > 0) return null;
  if (found.kind === 'datetime') return found.value ? value(found.value.at.slice(0, 10)) : null;
  if (found.kind !== 'date') return null;
  if (!found.verdict.valid) return { type: 'wrong', value: null, reason: reasonText(found.verdict, language) };
  if (!found.value) return null;
  if (found.value.precision !== 'day') return { type: 'partial', missing: 'day' };
  const days = [...new Set(found.candidates.map((one) => one.value.start))];
  if (field.lean === undefined && days.length > 1) return { type: 'meanings', options: days.slice(0, 4).map((day) => ({ value: day, label: day })) };
  return value(found.value.start);
}

function readAddress(field: FieldFacts, found: Extract<FoundMeaning, { kind: 'address' }>, settings: ReadingSettings): FieldReading | null {
  if (field.type !== 'division') return found.value?.rest || field.type === 'text' ? value(found.text) : null;
  if (found.candidates.length > 1) {
    const options = found.candidates.flatMap(({ normal, value: one }) => (one.code ? [{ value: one.code, label: one.division || normal }] : []));
    return { type: 'meanings', options: options.slice(0, 8) };
  }
  if (found.value?.code) return isCurrentName(found.text, found.value) ? value(found.value.code) : { type: 'meanings', options: [{ value: found.value.code, label: found.value.division }] };
  return found.verdict.valid ? null : wrong(found, settings);
}

/** 临江区 where the table has 临江市, or a former name: taken only when the citizen says so. */
function isCurrentName(text: string, { division, rest }: { division: string; rest: string }): boolean {
  const written = rest !== '' && text.endsWith(rest) ? text.slice(0, -rest.length) : text;
  return !/[市区县州旗盟]$/u.test(written) || division.includes(written.slice(-3));
}

/** 缴了15年零3个月 for a field of months, 三年 for one of years; in numbers that have another unit nothing. */
function readDuration(field: FieldFacts, { value: length }: Extract<FoundMeaning, { kind: 'duration' }>): FieldReading | null {
  if (!length || length.about) return null;
  const { years = 0, months = 0, weeks = 0, days = 0, workingDays, hours, minutes, seconds } = length;
  if (workingDays || hours || minutes || seconds) return null;
  if (/月数|个月|（月）|\(月\)|月份数/u.test(field.title)) return weeks || days ? null : value(years * 12 + months);
  if (/年数|年限|（年）|\(年\)|工龄/u.test(field.title)) return weeks || days || months % 12 ? null : value(years + months / 12);
  if (/天数|（天）|\(天\)|日数/u.test(field.title)) return years || months ? null : value(weeks * 7 + days);
  return null;
}
