/**
 * What kind of value an expression gives. `any` is checked only when the expression runs.
 * A `date` or `date-time` variable arrives as an ISO 8601 string and leaves as one.
 */
export type FeelType =
  | { kind: 'string' | 'number' | 'boolean' | 'date' | 'date-time' | 'time' | 'duration' | 'null' | 'function' | 'any' }
  | { kind: 'list'; of: FeelType }
  | { kind: 'context'; fields: Record<string, FeelType> };

export type FeelKind = FeelType['kind'];

export const ANY: FeelType = { kind: 'any' };
export const NUMBER: FeelType = { kind: 'number' };
export const STRING: FeelType = { kind: 'string' };
export const BOOLEAN: FeelType = { kind: 'boolean' };
export const DATE: FeelType = { kind: 'date' };

export function listOf(of: FeelType): FeelType {
  return { kind: 'list', of };
}

/** The one type that describes values of both, or `any`; null takes the other's type, for a branch may be empty. */
export function commonType(left: FeelType, right: FeelType): FeelType {
  if (left.kind === 'null') return right;
  if (right.kind === 'null') return left;
  if (left.kind === 'list' && right.kind === 'list') return listOf(commonType(left.of, right.of));
  if (left.kind === 'context' && right.kind === 'context') {
    const names = Object.keys(left.fields).filter((name) => Object.hasOwn(right.fields, name));
    if (names.length !== Object.keys(left.fields).length || names.length !== Object.keys(right.fields).length) return ANY;
    return { kind: 'context', fields: Object.fromEntries(names.map((name) => [name, commonType(left.fields[name] ?? ANY, right.fields[name] ?? ANY)])) };
  }
  return left.kind === right.kind ? left : ANY;
}

/** The properties that FEEL gives to a temporal value; all of them are numbers. */
export const TEMPORAL_FIELDS: Partial<Record<FeelKind, readonly string[]>> = {
  date: ['year', 'month', 'day', 'weekday'],
  'date-time': ['year', 'month', 'day', 'weekday', 'hour', 'minute', 'second'],
  time: ['hour', 'minute', 'second'],
  duration: ['years', 'months', 'days', 'hours', 'minutes', 'seconds'],
};
