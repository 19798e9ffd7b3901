import { divisionFullName, formatFen } from '@banshi/values';
import type { FieldFacts } from './field-facts.js';

type Language = 'zh' | 'en';

const KEPT: Readonly<Record<string, readonly [number, number]>> = { 'resident-id': [6, 4], mobile: [3, 4], phone: [3, 4], 'bank-card': [4, 4], 'credit-code': [4, 4] };

/** 110101********1234: enough to recognise one's own number, too little to use it. */
export function masked(facts: FieldFacts, text: string): string {
  const characters = [...text];
  const person = facts.accepts.includes('person');
  const [head, tail] = KEPT[facts.type] ?? KEPT[facts.accepts[0] ?? ''] ?? (person ? [1, characters.length > 2 ? 1 : 0] : [Math.min(2, Math.floor(characters.length / 4)), 0]);
  if (characters.length <= head + tail) return characters.map((one, index) => (index === 0 ? one : '*')).join('');
  return [...characters.slice(0, head), '*'.repeat(Math.min(8, characters.length - head - tail)), ...(tail > 0 ? characters.slice(-tail) : [])].join('');
}

/** A value as a person reads it; sensitive values are masked unless `clear`. */
export function display(facts: FieldFacts, value: unknown, language: Language, clear = false): string {
  const plain = plainText(facts, value, language);
  return facts.sensitive && !clear && plain !== '' ? masked(facts, plain) : plain;
}

function plainText(facts: FieldFacts, value: unknown, language: Language): string {
  if (value === null || value === undefined) return '';
  switch (facts.type) {
    case 'money':
      return typeof value === 'number' ? (language === 'zh' ? `${formatFen(value)} 元` : `CNY ${formatFen(value)}`) : String(value);
    case 'boolean':
      return typeof value === 'boolean' ? (language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no') : String(value);
    case 'division':
      return typeof value === 'string' && /^\d{6}$/u.test(value) ? divisionFullName(value) || value : String(value);
    case 'choice':
      return optionTitle(facts, value);
    case 'multi-choice':
      return Array.isArray(value) ? value.map((one) => optionTitle(facts, one)).join('、') : String(value);
    case 'attachment':
      return Array.isArray(value) ? value.map((one) => nameOf(one)).join('、') : '';
    case 'table':
      return Array.isArray(value) ? value.map((row) => rowText(facts, row, language)).join('；') : '';
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

function optionTitle(facts: FieldFacts, value: unknown): string {
  return facts.options.find((option) => option.value === String(value))?.title ?? String(value);
}

const nameOf = (attachment: unknown): string => {
  const name = typeof attachment === 'object' && attachment !== null ? (attachment as { name?: unknown }).name : null;
  return typeof name === 'string' ? name : '';
};

/** One row of a table, its cells in the order of the columns. */
export function rowText(facts: FieldFacts, row: unknown, language: Language): string {
  if (typeof row !== 'object' || row === null) return String(row);
  const cells = row as Record<string, unknown>;
  return facts.columns.filter(({ name }) => cells[name] !== undefined).map((column) => display(column, cells[column.name], language)).join(language === 'zh' ? '，' : ', ');
}
