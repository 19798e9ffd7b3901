import { codePointLength, findValues, maskValue, sliceCodePoints, type SlotType } from '@banshi/values';

const personal: readonly SlotType[] = ['resident-id', 'credit-code', 'mobile', 'bank-card'];
/** Code points; what was asked is said by then. */
const maxLength = 300;

/** The text without identifiers, for lists that many people read. */
export function maskText(text: string): string {
  const short = sliceCodePoints(text, 0, maxLength);
  const found = findValues(short, new Date()).filter(({ type }) => personal.includes(type)).sort((a, b) => a.start - b.start);
  let result = '';
  let end = 0;
  for (const value of found) {
    if (value.start < end) continue;
    result += sliceCodePoints(short, end, value.start) + maskValue(value.type, value.text);
    end = value.end;
  }
  return result + sliceCodePoints(short, end, codePointLength(short));
}

/** What is alike gets the same key: width, case, punctuation, spaces and stars do not count. */
export function groupKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '');
}
