import { functionNames } from '@banshi/expression';
import { pinyin } from 'pinyin-pro';
import type { Variable } from '../scope/workflow-scope.js';

export interface Suggestion {
  /** What is put in. */
  insert: string;
  title: string;
  kind: 'variable' | 'value' | 'operator' | 'function';
  /** Part of the text that it replaces: UTF-16 offsets, end exclusive. */
  from: number;
  to: number;
}

const limit = 12;
const operators: Record<string, string[]> = {
  string: ['=', '!=', 'in'],
  number: ['>', '>=', '<', '<=', '=', '!='],
  date: ['>', '>=', '<', '<=', '='],
  boolean: ['= true', '= false'],
  list: [],
  any: ['=', '!='],
};

/** What may stand at the caret: variables by name, title or pinyin initials; after a comparison the values of its variable. */
export function suggest(source: string, caret: number, variables: Variable[]): Suggestion[] {
  const before = source.slice(0, caret);
  const value = /([\p{L}_][\p{L}\p{N}_]*)\s*(?:!=|=|\bin\s*[[(](?:[^\])]*,)?)\s*("?)([^"\s\])]*)$/u.exec(before);
  const compared = value && variables.find(({ name }) => name === value[1]);
  if (compared && compared.options.length > 0) return valuesOf(compared, source, caret, value[2]!.length + value[3]!.length, value[3]!);
  if (isInsideText(before)) return [];

  const complete = /([\p{L}_][\p{L}\p{N}_]*)\s+$/u.exec(before);
  const finished = complete && variables.find(({ name }) => name === complete[1]);
  if (finished) return (operators[finished.type.kind] ?? operators['any']!).map((operator) => ({ insert: `${operator} `, title: '', kind: 'operator', from: caret, to: caret }));

  const word = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(before)?.[0] ?? '';
  // After a finished value only and/or can follow; a person who types on has something else in mind.
  if (word === '' && /["\p{L}\p{N}_)\]]\s*$/u.test(before)) {
    return /\s$/.test(before) ? ['and', 'or'].map((operator) => ({ insert: `${operator} `, title: '', kind: 'operator', from: caret, to: caret })) : [];
  }
  const at = { from: caret - word.length, to: caret };
  const named = variables
    .map((variable) => ({ variable, rank: rankOf(variable, word) }))
    .filter(({ rank, variable }) => rank < 9 && !(word === variable.name))
    .sort((a, b) => a.rank - b.rank)
    .map(({ variable }): Suggestion => ({ insert: variable.name, title: variable.title, kind: 'variable', ...at }));
  const functions = word.length < 2 ? [] : functionNames().filter((name) => name.startsWith(word)).map((name): Suggestion => ({ insert: `${name}(`, title: '', kind: 'function', ...at }));
  return [...named, ...functions].slice(0, limit);
}

function valuesOf({ options }: Variable, source: string, caret: number, typedLength: number, typed: string): Suggestion[] {
  // A closing quote that the field already has is taken along.
  const to = source[caret] === '"' ? caret + 1 : caret;
  const fitting = options.filter(({ value, title }) => value.startsWith(typed) || title.includes(typed));
  if (fitting.length === 1 && fitting[0]!.value === typed && to > caret) return [];
  return fitting.slice(0, limit).map(({ value, title }) => ({ insert: `"${value}"`, title, kind: 'value', from: caret - typedLength, to }));
}

/** 0 begins with, 1 title begins with, 2 initials, 3 contains, 9 does not fit. */
function rankOf({ name, title }: Variable, word: string): number {
  const wanted = word.toLowerCase();
  if (name.toLowerCase().startsWith(wanted)) return 0;
  if (title.startsWith(word)) return 1;
  if (initialsOf(title).startsWith(wanted)) return 2;
  return name.toLowerCase().includes(wanted) || title.includes(word) ? 3 : 9;
}

const initials = new Map<string, string>();
function initialsOf(title: string): string {
  const known = initials.get(title) ?? pinyin(title, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
  initials.set(title, known);
  return known;
}

const isInsideText = (before: string) => (before.replaceAll('\\"', '').match(/"/g)?.length ?? 0) % 2 === 1;
