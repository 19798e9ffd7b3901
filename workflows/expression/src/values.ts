import { FeelDate, FeelDateTime, FeelDuration, FeelTime, parseDate, parseDateTime, parseTime } from 'feelin';
import { computeWithFeelin, FEELIN_STEPS } from './feelin-bridge.js';
import { fail, type Span } from './problem.js';
import type { ComparisonOperator, NodeOf } from './syntax.js';
import type { FeelKind, FeelType } from './types.js';

/** A function written in the expression, with the names it was written among. */
export class FunctionValue {
  constructor(
    readonly definition: NodeOf<'function'>,
    readonly invoke: (args: Value[]) => Value,
  ) {}
}

export interface ContextValue {
  [name: string]: Value;
}

export type Temporal = FeelDate | FeelDateTime | FeelTime | FeelDuration;

/** What an expression computes with. Lists and contexts are never changed once made. */
export type Value = null | string | number | boolean | Temporal | FunctionValue | Value[] | ContextValue;

/** The kind of a value, or null when it is none of ours (undefined, NaN, a Date, a class instance, …). */
export function kindOf(value: unknown): FeelKind | null {
  if (value === null) return 'null';
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value as FeelKind;
  if (typeof value === 'number') return Number.isFinite(value) ? 'number' : null;
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'object') return null;
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date-time';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDuration) return 'duration';
  if (value instanceof FunctionValue) return 'function';
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype ? 'context' : null;
}

/** For messages: the kind, or 'any' for what has none. */
export function kindName(value: unknown): string {
  return kindOf(value) ?? 'any';
}

export function isTemporal(value: unknown): value is Temporal {
  return value instanceof FeelDate || value instanceof FeelDateTime || value instanceof FeelTime || value instanceof FeelDuration;
}

/** Counts work; throws when there is too much of it. */
export type Charge = (units: number) => void;

const MAX_DEPTH = 200;

/**
 * Turns ISO strings into temporal values where the declared type says so; everything else is left as it came.
 * Contexts and lists are copied only where their type holds such a place.
 */
export function fromJson(value: unknown, type: FeelType, name: string, at: Span, charge: Charge): Value {
  charge(1);
  const kind = kindOf(value);
  if (kind === null) fail('unsupported-value', at, { name });
  if (kind === 'null' || !holdsTemporal(type)) return value as Value;
  if (type.kind === 'list' && Array.isArray(value)) return value.map((item) => fromJson(item, type.of, name, at, charge));
  if (type.kind === 'context' && kind === 'context') {
    const entries = Object.entries(value as ContextValue);
    return Object.fromEntries(entries.map(([key, entry]) => [key, Object.hasOwn(type.fields, key) ? fromJson(entry, type.fields[key] as FeelType, key, at, charge) : entry]));
  }
  return typeof value === 'string' ? parseTemporal(value, type.kind, at) : (value as Value);
}

function parseTemporal(text: string, kind: FeelKind, at: Span): Value {
  const parsed = attempt(() => (kind === 'date' ? parseDate(text) : kind === 'date-time' ? parseDateTime(text) : kind === 'time' ? parseTime(text) : null));
  return parsed ?? fail('invalid-temporal', at, { value: text.slice(0, 40), type: kind });
}

const temporalTypes = new WeakMap<FeelType, boolean>();

function holdsTemporal(type: FeelType): boolean {
  const known = temporalTypes.get(type);
  if (known !== undefined) return known;
  const holds =
    type.kind === 'list'
      ? holdsTemporal(type.of)
      : type.kind === 'context'
        ? Object.values(type.fields).some(holdsTemporal)
        : type.kind === 'date' || type.kind === 'date-time' || type.kind === 'time';
  temporalTypes.set(type, holds);
  return holds;
}

/** The value as JSON: temporal values as ISO 8601 strings. Every part is checked to be one. */
export function toJson(value: Value, at: Span, charge: Charge, depth = 0): unknown {
  charge(1);
  if (depth > MAX_DEPTH) fail('too-large', at);
  const kind = kindOf(value);
  if (kind === null || kind === 'function') fail('unsupported-value', at, { name: kind ?? '?' });
  if (isTemporal(value)) return value.toString();
  if (Array.isArray(value)) return value.map((item) => toJson(item, at, charge, depth + 1));
  if (kind === 'context') return Object.fromEntries(Object.entries(value as ContextValue).map(([key, entry]) => [key, toJson(entry, at, charge, depth + 1)]));
  return value;
}

function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    // The temporal library throws RangeError for what ISO 8601 allows and it cannot hold (year 300000).
    return null;
  }
}

/** Lets feelin compute with two temporal values; a warning or null is a problem here. */
export function temporalOperation(operator: string, left: Value, right: Value, at: Span, charge: Charge): Value {
  charge(FEELIN_STEPS);
  return computeWithFeelin(`a0 ${operator} a1`, [left, right]) ?? fail('type-mismatch', at, { operator, left: kindName(left), right: kindName(right) });
}

/**
 * Equality of FEEL for values of one kind. Null equals only null; other values of different kinds are a problem,
 * because "3" = 3 is a mistake of the author, not a false.
 */
export function isEqual(left: Value, right: Value, at: Span, charge: Charge, depth = 0): boolean {
  charge(1);
  if (depth > MAX_DEPTH) fail('too-large', at);
  if (left === null || right === null) return left === right;
  const kind = kindOf(left);
  if (kind === null || kind === 'function' || kind !== kindOf(right)) fail('type-mismatch', at, { operator: '=', left: kindName(left), right: kindName(right) });
  if (isTemporal(left)) return temporalOperation('=', left, right, at, charge) === true;
  if (Array.isArray(left)) {
    const others = right as Value[];
    return left.length === others.length && left.every((item, index) => isEqual(item, others[index] as Value, at, charge, depth + 1));
  }
  if (kind === 'context') {
    const [one, other] = [left as ContextValue, right as ContextValue];
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key] as Value, other[key] as Value, at, charge, depth + 1));
  }
  if (typeof left === 'string') charge(left.length / 1000);
  return left === right;
}

export const ORDERED_KINDS: ReadonlySet<FeelKind> = new Set(['number', 'string', 'date', 'date-time', 'time', 'duration']);

/** =, != and the order of numbers, strings (by UTF-16 code unit) and temporal values; anything else is a problem. */
export function compare(operator: ComparisonOperator, left: Value, right: Value, at: Span, charge: Charge): boolean {
  if (operator === '=') return isEqual(left, right, at, charge);
  if (operator === '!=') return !isEqual(left, right, at, charge);
  const kind = kindOf(left);
  if (kind === null || kind !== kindOf(right) || !ORDERED_KINDS.has(kind)) fail('type-mismatch', at, { operator, left: kindName(left), right: kindName(right) });
  if (isTemporal(left)) return temporalOperation(operator, left, right, at, charge) === true;
  const [a, b] = [left as number, right as number];
  return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b;
}
