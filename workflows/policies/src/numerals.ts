const digits = '零一二三四五六七八九';
const values: Record<string, number> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** The characters that a number in a heading or citation is written with, for character classes. */
export const numeralClass = '0-9０-９〇零一二两三四五六七八九十百千';

/** Reads a number of a heading: 一百二十一, 12, １２, 二〇. Null for what is none. */
export function readNumeral(written: string): number | null {
  if (written === '' || written.length > 9) return null;
  const plain = written.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d+$/.test(plain)) return Number(plain);
  if (!/[十百千]/.test(plain)) return readDigits(plain);
  let total = 0;
  let pending: number | null = null;
  for (const character of plain) {
    const unit = units[character];
    if (unit !== undefined) {
      total += (pending ?? 1) * unit;
      pending = null;
    } else {
      const value = values[character];
      if (value === undefined) return null;
      pending = value;
    }
  }
  return total + (pending ?? 0);
}

/** 二〇 is 20 and 三 is 3: digits read one by one. */
function readDigits(plain: string): number | null {
  let total = 0;
  for (const character of plain) {
    const value = values[character] ?? (/\d/.test(character) ? Number(character) : undefined);
    if (value === undefined) return null;
    total = total * 10 + value;
  }
  return total;
}

/** Writes a number as headings do: 121 → 一百二十一, 10 → 十. */
export function writeNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 9999) return String(number);
  if (number < 10) return digits[number]!;
  let written = '';
  let isSkipping = false;
  for (const [unit, value] of [['千', 1000], ['百', 100], ['十', 10], ['', 1]] as const) {
    const digit = Math.floor(number / value) % 10;
    if (digit === 0) {
      isSkipping ||= written !== '';
      continue;
    }
    written += (isSkipping ? '零' : '') + digits[digit] + unit;
    isSkipping = false;
  }
  return number < 20 ? written.slice(1) : written;
}
