import { evaluate as evaluateWithFeelin, isFunction, type FeelFunction } from 'feelin';
import type { Value } from './values.js';

/** Compiled once each: feelin parses on every evaluation, which costs more than what is computed here. */
const compiled = new Map<string, FeelFunction>();

function compile(body: string, count: number): FeelFunction | null {
  const key = `${count} ${body}`;
  const known = compiled.get(key);
  if (known) return known;
  const parameters = Array.from({ length: count }, (_, index) => `a${index}`).join(', ');
  const { value } = evaluateWithFeelin(`function(${parameters}) ${body}`);
  if (!isFunction(value)) return null;
  compiled.set(key, value);
  return value;
}

/**
 * Lets feelin compute a body over its arguments, which are called a0, a1, …. Null for everything that feelin
 * answers with null, a warning or an exception. `body` is one of ours, never text of an author.
 */
export function computeWithFeelin(body: string, args: Value[]): Value | null {
  try {
    const value: unknown = compile(body, args.length)?.invoke(args);
    if (value !== null && value !== undefined) return value as Value;
  } catch {
    // The temporal library throws RangeError for what ISO 8601 allows and it cannot hold (year 300000).
  }
  // A compiled function keeps its warnings for ever, so one that warned is thrown away.
  compiled.delete(`${args.length} ${body}`);
  return null;
}

/** The steps that one such computation costs, so that a step stays a matter of microseconds. */
export const FEELIN_STEPS = 20;
