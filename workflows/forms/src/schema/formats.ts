import { checkBankCard, checkCreditCode, checkMobile, checkPhone, checkResidentId, isDivisionCode } from '@banshi/values';
import type { Verdict } from '@banshi/values';

type Invalid = Extract<Verdict, { valid: false }>;

const VALID: Verdict = { valid: true };
const invalid = (reason: Invalid['reason'], params?: Invalid['params']): Verdict => ({ valid: false, reason, ...(params && { params }) });

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/u;
const EMAIL = /^[^\s@"(),:;<>[\\\]]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$/u;

/** RFC 3339 `full-date` that exists in the Gregorian calendar. */
function checkDate(text: string): Verdict {
  const match = DATE.exec(text);
  if (!match) return invalid('format');
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days ? VALID : invalid('date', { actual: text });
}

const byShape = (shape: RegExp) => (text: string) => (shape.test(text) ? VALID : invalid('format'));

/** Every format that a form may name. A format is asserted, not merely noted. */
const FORMATS: Record<string, (text: string) => Verdict> = {
  'cn-resident-id': checkResidentId,
  'cn-credit-code': checkCreditCode,
  'cn-mobile': checkMobile,
  'cn-phone': checkPhone,
  'cn-bank-card': checkBankCard,
  'cn-division': (text) => {
    if (!/^\d{6}$/u.test(text)) return invalid('format');
    return isDivisionCode(text) ? VALID : invalid('division-unknown', { actual: text });
  },
  date: checkDate,
  time: byShape(TIME),
  email: byShape(EMAIL),
};

export const formatNames: readonly string[] = Object.keys(FORMATS);

/** The verdict of a format; an unknown format accepts everything here and is refused by `checkForm`. */
export function checkFormat(format: string, text: string): Verdict {
  return Object.hasOwn(FORMATS, format) ? FORMATS[format]!(text) : VALID;
}
