export { codePointLength, sliceCodePoints, toCodePointOffset, toUtf16Offset } from './code-points.js';
export { foldWidth } from './fold.js';
export { reasonText, type Language, type ReasonCode, type Verdict } from './verdict.js';
export { checkResidentId, residentIdCheckCharacter } from './resident-id.js';
export { checkCreditCode, creditCodeCheckCharacter } from './credit-code.js';
export { checkMobile, checkPhone } from './phone.js';
export { checkBankCard, isLuhn } from './bank-card.js';
export { parseNumber } from './numbers/parse-number.js';
export { formatFen, parseMoney, type Money } from './money/parse-money.js';
export { parseDate, type DateReading } from './dates/parse-date.js';
export {
  divisionChildren,
  divisionFullName,
  divisionName,
  divisionPath,
  findDivisions,
  isDivisionCode,
  type Division,
} from './divisions/divisions.js';
export { normalise, SLOT_TYPES, type NormalValue, type SlotType } from './normalise.js';
export { findValues, type FoundValue } from './find-values.js';
export { maskValue } from './mask.js';
export { readValues, type ReadOptions } from './read-values.js';
export type { FoundMeaning, Meaning, ValueKind } from './found-value.js';
export type * from './value-kinds.js';
export type { Lean } from './dates/term.js';
export { leanOf } from './dates/lean-of.js';
export { addWorkingDays, DAY_PARTS, type DayPart, type DayParts, type Holidays, SCHOOL_TERMS, type SchoolTerms, workingDays } from './dates/date-context.js';
export { durationSeconds, durationText } from './dates/read-duration.js';
export { fromLunar, type LunarDate, toLunar } from './dates/lunar.js';
export { addDays, addMonths, chinaDate, type CivilDate, isoDate, weekday } from './dates/calendar.js';
export { ReadableText, type Span } from './text/readable-text.js';
export * from './privacy/index.js';
