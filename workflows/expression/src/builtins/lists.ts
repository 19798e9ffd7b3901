import { ANY, BOOLEAN, commonType, listOf, NUMBER, type FeelType } from '../types.js';
import { isEqual, kindOf, type ContextValue, type FunctionValue, type Value } from '../values.js';
import { anyValue, list, maybe, one, type Builtin, type CallSite } from './builtin.js';

const items = (value: Value | undefined) => value as Value[];
const sameList = ([first]: FeelType[]): FeelType => (first?.kind === 'list' ? first : listOf(ANY));

/** Items of another kind are simply different here: a list may be mixed, and asking what it holds is no mistake. */
function isSame(left: Value, right: Value, site: CallSite): boolean {
  site.charge(1);
  return kindOf(left) === kindOf(right) && isEqual(left, right, site.at, site.charge);
}

function distinct(all: Value[], site: CallSite): Value[] {
  const kept: Value[] = [];
  const scalars = new Set<Value>();
  for (const item of all) {
    const isScalar = item === null || typeof item !== 'object';
    if (isScalar ? scalars.has(item) : kept.some((other) => isSame(other, item, site))) continue;
    if (isScalar) scalars.add(item);
    kept.push(item);
  }
  return kept;
}

function flatten(all: Value[], site: CallSite): Value[] {
  const flat: Value[] = [];
  const waiting: { list: Value[]; index: number }[] = [{ list: all, index: 0 }];
  for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
    site.charge(1);
    const item = top.list[top.index];
    top.index += 1;
    if (item === undefined) waiting.pop();
    else if (Array.isArray(item)) waiting.push({ list: item, index: 0 });
    else flat.push(item);
  }
  return flat;
}

/** Merge sort, because the order is decided by the expression and may be inconsistent. */
function sort(all: Value[], precedes: FunctionValue, site: CallSite): Value[] {
  if (all.length < 2) return all;
  const middle = all.length >> 1;
  const [left, right] = [sort(all.slice(0, middle), precedes, site), sort(all.slice(middle), precedes, site)];
  const merged: Value[] = [];
  for (let l = 0, r = 0; l < left.length || r < right.length; ) {
    site.charge(1);
    const [a, b] = [left[l], right[r]];
    let takesRight = a === undefined;
    if (a !== undefined && b !== undefined) {
      const answer = site.invoke(precedes, [b, a]);
      if (typeof answer !== 'boolean') site.fail('not-boolean', { actual: kindOf(answer) ?? 'any' });
      takesRight = answer;
    }
    merged.push((takesRight ? b : a) as Value);
    if (takesRight) r += 1;
    else l += 1;
  }
  return merged;
}

function quantifier(isAll: boolean): Builtin {
  return {
    parameters: [{ name: 'list', kinds: ['list'], items: ['boolean'] }],
    isSpread: true,
    result: BOOLEAN,
    run: ([list]) => (isAll ? items(list).every((item) => item === true) : items(list).some((item) => item === true)),
  };
}

export const LIST_FUNCTIONS: Record<string, Builtin> = {
  count: { parameters: [list('list')], result: NUMBER, run: ([all]) => items(all).length },
  all: quantifier(true),
  any: quantifier(false),
  'list contains': {
    parameters: [list('list'), anyValue('element')],
    result: BOOLEAN,
    run: ([all, element], site) => items(all).some((item) => isSame(item, element as Value, site)),
  },
  'index of': {
    parameters: [list('list'), anyValue('match')],
    result: listOf(NUMBER),
    run: ([all, match], site) => items(all).flatMap((item, index) => (isSame(item, match as Value, site) ? [index + 1] : [])),
  },
  'distinct values': { parameters: [list('list')], result: sameList, run: ([all], site) => distinct(items(all), site) },
  flatten: { parameters: [list('list')], result: listOf(ANY), run: ([all], site) => flatten(items(all), site) },
  reverse: { parameters: [list('list')], result: sameList, run: ([all]) => items(all).toReversed() },
  append: {
    parameters: [list('list'), anyValue('item')],
    isVariadic: true,
    result: ([first, ...rest]) => listOf(rest.reduce(commonType, first?.kind === 'list' ? first.of : ANY)),
    run: ([all, ...more]) => [...items(all), ...more],
  },
  concatenate: {
    parameters: [list('list'), list('list')],
    isVariadic: true,
    result: (args) => args.reduce(commonType),
    run: (lists) => (lists as Value[][]).flat(1),
  },
  union: {
    parameters: [list('list'), list('list')],
    isVariadic: true,
    result: (args) => args.reduce(commonType),
    run: (lists, site) => distinct((lists as Value[][]).flat(1), site),
  },
  sublist: {
    parameters: [list('list'), one('start position', 'number'), maybe('length', 'number')],
    result: sameList,
    run: ([all, start, length], site) => {
      const [from, count] = [start as number, length as number | undefined];
      const first = from > 0 ? from - 1 : items(all).length + from;
      const isInside = Number.isInteger(from) && from !== 0 && first >= 0 && first <= items(all).length && (count === undefined || (Number.isInteger(count) && count >= 0));
      if (!isInside) site.fail('index-out-of-range', { index: from, count: items(all).length });
      return items(all).slice(first, count === undefined ? undefined : first + count);
    },
  },
  sort: {
    parameters: [list('list'), one('precedes', 'function')],
    result: sameList,
    run: ([all, precedes], site) => sort(items(all), precedes as FunctionValue, site),
  },
  'get value': {
    parameters: [one('context', 'context'), one('key', 'string')],
    result: ANY,
    run: ([context, key], site) => {
      const fields = context as ContextValue;
      return Object.hasOwn(fields, key as string) ? (fields[key as string] as Value) : site.fail('missing-field', { target: 'context', name: key as string });
    },
  },
  'get entries': {
    parameters: [one('context', 'context')],
    result: listOf({ kind: 'context', fields: { key: { kind: 'string' }, value: ANY } }),
    run: ([context]) => Object.entries(context as ContextValue).map(([key, value]) => ({ key, value })),
  },
  not: { parameters: [one('negand', 'boolean')], result: BOOLEAN, run: ([negand]) => negand !== true },
};
