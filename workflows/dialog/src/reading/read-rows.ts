import type { FieldFacts } from '../form/field-facts.js';
import { findLabels } from './labels.js';
import { readAsked } from './read-asked.js';
import type { ReadingSettings } from './read-found.js';

export type Row = Record<string, unknown>;
type Settings = Omit<ReadingSettings, 'isAsked'>;

const ROW_END = /[；;\n\r。！!]|，?(?:还有|另外)(?:一[个位人]|就?是)?[，：:]?/u;
const CELL_END = /[，,、\s:：]+/u;
const RELATION = '(?:妻子|丈夫|老婆|老公|爱人|配偶|儿子|女儿|长子|次子|长女|次女|父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|哥哥|姐姐|弟弟|妹妹|孙子|孙女|岳父|岳母|公公|婆婆)';
const IS_RELATION = new RegExp(`^${RELATION}$`, 'u');
const RELATION_FIRST = new RegExp(`^(?:我?的?)(${RELATION})(?=\\p{Script=Han}{2,4})`, 'u');
const NOTHING = /^(?:没了|没有了?|无|不知道|不清楚|不用了?|算了)$/u;
const LEAD = /^(?:我的?|一个|一位|分别是|有|是|他是|她是|叫|今年)/u;

/** The rows that a text tells, each with the cells that could be told for sure; [] where it tells none. */
export function readRows(text: string, table: FieldFacts, settings: Settings): Row[] {
  const rows = text.split(ROW_END).map((part) => readRow(part, table, settings));
  return rows.filter((row): row is Row => row !== null && Object.keys(row).length > 0);
}

function readRow(text: string, table: FieldFacts, settings: Settings): Row | null {
  const tokens = text.trim().replace(RELATION_FIRST, '$1，').replace(/(?<=\p{Script=Han})(?=\d{1,3}岁)/gu, '，').split(CELL_END).map((token) => token.trim()).filter((token) => token !== '');
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
  for (const word of words) {
    const left = texts.filter(({ name }) => !(name in row));
    const column = (IS_RELATION.test(word) ? left.find(({ title }) => title.includes('关系')) : undefined) ?? left.find((one) => cell(word, one, settings) !== undefined);
    const value = column && cell(word, column, settings);
    if (!column || value === undefined) return null;
    row[column.name] = value;
  }
  return row;
}

/** The value of one cell; undefined where the words are none for the column. */
export function cell(text: string, column: FieldFacts, settings: Settings): unknown {
  const plain = column.type === 'text' ? text.replace(LEAD, '') : text;
  if (NOTHING.test(plain) || (column.accepts.includes('person') && IS_RELATION.test(plain))) return undefined;
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
