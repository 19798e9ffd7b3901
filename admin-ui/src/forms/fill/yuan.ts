/**
 * Integer 分 (CNY 0.01) from what is typed in 元; `undefined` for nothing. What is no amount is handed back as it is, and so is
 * one finer than a fen: the validation then says that it is none. Digits are moved, never multiplied: 0.29 × 100 is not 29.
 */
export function fenOf(text: string): number | string | undefined {
  const trimmed = text.trim().replaceAll(',', '');
  if (trimmed === '') return undefined;
  const match = /^(-?)(\d+)(?:\.(\d{0,2}))?$/.exec(trimmed);
  if (!match) return trimmed;
  const fen = Number(`${match[1]}${match[2]}${(match[3] ?? '').padEnd(2, '0')}`);
  return Number.isSafeInteger(fen) ? fen : trimmed;
}

/** What stands in the field for so many 分: `1234` is `12.34`, `1200` is `12`. */
export function yuanOf(fen: unknown): string {
  if (typeof fen !== 'number' || !Number.isSafeInteger(fen)) return typeof fen === 'string' ? fen : '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const cents = digits.slice(-2);
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}${cents === '00' ? '' : `.${cents}`}`;
}
