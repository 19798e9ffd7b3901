import { isMatch, replaceMatches, splitAtMatches } from '../regex.js';
import { BOOLEAN, listOf, NUMBER, STRING } from '../types.js';
import { isTemporal, toJson, type Value } from '../values.js';
import { anyValue, list, maybe, one, type Builtin } from './builtin.js';

const text = (value: Value | undefined) => value as string;

/** Positions count code points from 1, negative ones from the end, as DMN says. */
function substring(source: string, start: number, length: number | undefined): string | null {
  const characters = [...source];
  if (!Number.isInteger(start) || start === 0 || (length !== undefined && (!Number.isInteger(length) || length < 0))) return null;
  const from = start > 0 ? start - 1 : Math.max(0, characters.length + start);
  return characters.slice(from, length === undefined ? undefined : from + length).join('');
}

export const STRING_FUNCTIONS: Record<string, Builtin> = {
  'string length': { parameters: [one('string', 'string')], result: NUMBER, run: ([s]) => [...text(s)].length },
  'upper case': { parameters: [one('string', 'string')], result: STRING, run: ([s]) => text(s).toUpperCase() },
  'lower case': { parameters: [one('string', 'string')], result: STRING, run: ([s]) => text(s).toLowerCase() },
  trim: { parameters: [one('string', 'string')], result: STRING, run: ([s]) => text(s).trim() },
  contains: { parameters: [one('string', 'string'), one('match', 'string')], result: BOOLEAN, run: ([s, m]) => text(s).includes(text(m)) },
  'starts with': { parameters: [one('string', 'string'), one('match', 'string')], result: BOOLEAN, run: ([s, m]) => text(s).startsWith(text(m)) },
  'ends with': { parameters: [one('string', 'string'), one('match', 'string')], result: BOOLEAN, run: ([s, m]) => text(s).endsWith(text(m)) },
  substring: {
    parameters: [one('string', 'string'), one('start position', 'number'), maybe('length', 'number')],
    result: STRING,
    run: ([s, start, length], site) => substring(text(s), start as number, length as number | undefined) ?? site.fail('invalid-value', { name: 'substring' }),
  },
  'substring before': {
    parameters: [one('string', 'string'), one('match', 'string')],
    result: STRING,
    run: ([s, m]) => text(s).slice(0, Math.max(0, text(s).indexOf(text(m)))),
  },
  'substring after': {
    parameters: [one('string', 'string'), one('match', 'string')],
    result: STRING,
    run: ([s, m]) => (text(s).includes(text(m)) ? text(s).slice(text(s).indexOf(text(m)) + text(m).length) : ''),
  },
  matches: {
    parameters: [one('input', 'string'), one('pattern', 'string'), maybe('flags', 'string')],
    result: BOOLEAN,
    run: ([input, pattern, flags], site) => isMatch(text(input), text(pattern), text(flags ?? ''), site),
  },
  replace: {
    parameters: [one('input', 'string'), one('pattern', 'string'), one('replacement', 'string'), maybe('flags', 'string')],
    result: STRING,
    run: ([input, pattern, replacement, flags], site) => replaceMatches(text(input), text(pattern), text(replacement), text(flags ?? ''), site),
  },
  split: {
    parameters: [one('string', 'string'), one('delimiter', 'string')],
    result: listOf(STRING),
    run: ([input, delimiter], site) => splitAtMatches(text(input), text(delimiter), site),
  },
  'string join': {
    parameters: [list('list', 'string'), maybe('delimiter', 'string')],
    result: STRING,
    run: ([items, delimiter]) => (items as string[]).join(text(delimiter ?? '')),
  },
  string: {
    parameters: [anyValue('from')],
    result: STRING,
    run: ([value], site) => {
      if (typeof value === 'string') return value;
      return isTemporal(value) ? value.toString() : JSON.stringify(toJson(value as Value, site.at, site.charge));
    },
  },
  number: {
    parameters: [one('from', 'string')],
    result: NUMBER,
    run: ([from], site) => {
      const written = text(from).trim();
      const value = Number(written);
      return /^[-+]?(?:\d+\.?\d*|\.\d+)$/u.test(written) && written.length <= 20 ? value : site.fail('invalid-value', { name: 'number' });
    },
  },
};
