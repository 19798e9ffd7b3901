export { codePointLength, sliceCodePoints, toCodePointOffset, toUtf16Offset } from './code-points.js';
export { foldWidth } from './fold.js';
export { reasonText, type Language, type ReasonCode, type Verdict } from './verdict.js';
export { checkResidentId, residentIdCheckCharacter } from './resident-id.js';
export { checkCreditCode, creditCodeCheckCharacter } from './credit-code.js';
export { checkMobile, checkPhone } from './phone.js';
export { checkBankCard, isLuhn } from './bank-card.js';
export { parseNumber } from './chinese-number.js';
export { formatFen, parseMoney, type Money } from './money.js';
export { parseDate, type DateReading } from './dates.js';
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
