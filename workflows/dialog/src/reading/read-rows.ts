import type { FieldFacts } from '../form/field-facts.js';
import { findLabels } from './labels.js';
import { readAsked } from './read-asked.js';
import type { ReadingSettings } from './read-found.js';

export type Row = Record<string, unknown>;
type Settings = Omit<ReadingSettings, 'isAsked'>;

const ROW_END = /[；;\n\r。！!]|，?(?:还有|另外)(?:一[个位人]|就?是)?[，：:]?/u;
const CELL_END = /[，,、\s:：]+/u;
const LEAD = /^(?:我的?|一个|一位|分别是|有|是|他是|她是|叫|今年)/u;

/** The rows that a text tells, each with the cells that could be told for sure; [] where it tells none. */
export function readRows(text: string, table: FieldFacts, settings: Settings): Row[] {
  const rows = text.split(ROW_END).map((part) => readRow(part, table, settings));
  return rows.filter((row): row is Row => row !== null && Object.keys(row).length > 0);
}

function readRow(text: string, table: FieldFacts, settings: Settings): Row | null {
  const tokens = text.split(CELL_END).map((token) => token.trim()).filter((token) => token !== '');
  if (tokens.length === 0 || tokens.length > table.columns.length * 2) return null;
  return inOrder(tokens, table.columns, settings) ?? byKind(tokens, table.columns, settings);
}

/** Cells in the order of the columns, as they were asked for; those at the end may be missing. */
function inOrder(tokens: readonly string[], columns: readonly FieldFacts[], settings: Settings): Row | null {
  if (tokens.length > columns.length) return null;
  const row: Row = {};
  for (const [index, token] of tokens.entries()) {
    const column = columns[index]!;
    const value = cell(token, column, settings);
    if (value === undefined) return null;
    row[column.name] = value;
  }
  return row;
}

/** Cells in any order: by the column's name, else by the one column that takes them; words that are left go to the columns of words in turn. */
function byKind(tokens: readonly string[], columns: readonly FieldFacts[], settings: Settings): Row | null {
  const row: Row = {};
  const words: string[] = [];
  const open = () => columns.filter(({ name }) => !(name in row));
  for (const token of tokens) {
    const [label] = findLabels(token, columns);
    const named = label?.fields.length === 1 ? label.fields[0]! : null;
    const behind = label ? token.slice(label.end).replace(/^(?:的|是|为|叫)+/u, '') || token.slice(0, label.start) : token;
    const value = named ? (cell(behind, named, settings) ?? cell(token, named, settings)) : undefined;
    if (named && value !== undefined && !(named.name in row)) {
      row[named.name] = value;
      continue;
    }
    const typed = open().filter((column) => column.type !== 'text' && cell(token, column, settings) !== undefined);
    if (typed.length === 1) row[typed[0]!.name] = cell(token, typed[0]!, settings);
    else if (typed.length === 0) words.push(token);
    else return null;
  }
  const texts = open().filter(({ type }) => type === 'text');
  if (words.length > texts.length) return null;
  for (const [index, word] of words.entries()) {
    const value = cell(word, texts[index]!, settings);
    if (value === undefined) return null;
    row[texts[index]!.name] = value;
  }
  return row;
}

/** The value of one cell; undefined where the words are none for the column. */
export function cell(text: string, column: FieldFacts, settings: Settings): unknown {
  const plain = column.type === 'text' ? text.replace(LEAD, '') : text;
  const finding = readAsked(plain, column, settings);
  if (finding?.type === 'value') return isRunOn(plain, finding.text, column) ? undefined : finding.value;
  // In a row a name needs no surname: it is said back with the row.
  return finding?.type === 'place' ? finding.value : undefined;
}

/** A cell of words holds no number; one of a number holds hardly more. */
function isRunOn(text: string, read: string, { type, accepts }: FieldFacts): boolean {
  if (type === 'text') return accepts.includes('person') && /\d/u.test(text);
  return type !== 'choice' && text.length - read.length > 6;
}
