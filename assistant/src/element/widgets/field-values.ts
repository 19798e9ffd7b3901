import type { FieldWidget } from '@banshi/dialog';
import type { UploadedFile } from '../../client/chat.types.js';
import type { Texts } from '../../texts/texts.js';

/** A number as typed; undefined for nothing, null for what is none. */
export function readNumber(text: string): number | null | undefined {
  const trimmed = text.trim().normalize('NFKC').replaceAll(',', '');
  if (trimmed === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : null;
}

/** 元 as typed → 分 (CNY 0.01), by digits, as 0.29 × 100 is not 29. */
export function fenOf(text: string): number | null | undefined {
  const trimmed = text.trim().normalize('NFKC').replaceAll(',', '');
  if (trimmed === '') return undefined;
  const [, sign = '', whole, cents = ''] = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(trimmed) ?? [];
  if (whole === undefined) return null;
  const fen = Number(`${whole}${cents.padEnd(2, '0')}`);
  return sign ? -fen : fen;
}

export const yuanOf = (fen: unknown): string => (typeof fen === 'number' && Number.isInteger(fen) ? `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}${fen % 100 === 0 ? '' : `.${String(Math.abs(fen) % 100).padStart(2, '0')}`}` : '');

/** The value as a bubble shows it until the server says it better. Of a sensitive one only its end. */
export function displayOf(widget: FieldWidget, value: unknown, texts: Texts): string {
  if (value === null || value === undefined || value === '') return texts.notFilled;
  const { type, options, sensitive, columns } = widget;
  const titleOf = (one: unknown) => options.find((option) => option.value === one)?.title ?? String(one);
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (type === 'attachment') return (value as UploadedFile[]).map(({ name }) => name).join('、');
  if (type === 'table') return (value as Record<string, unknown>[]).map((row) => columns.map((column) => (row[column.field] === undefined ? '' : displayOf(column, row[column.field], texts))).filter(Boolean).join(' ')).join('；');
  if (Array.isArray(value)) return value.map(titleOf).join('、');
  if (type === 'money') return `${yuanOf(value)} ${texts.yuan}`;
  if (sensitive) return masked(String(value));
  return type === 'choice' ? titleOf(value) : String(value);
}

/** Four characters at the end of a number, the first of a name. */
const masked = (text: string): string => {
  const letters = [...text];
  return letters.length > 6 ? `****${letters.slice(-4).join('')}` : `${letters[0]}${'*'.repeat(Math.max(1, letters.length - 1))}`;
};

export function formatBytes(bytes: number): string {
  if (bytes < 1_048_576) return `${Math.max(1, Math.round(bytes / 1_024))} KB`;
  return `${Math.round(bytes / 104_857.6) / 10} MB`;
}
