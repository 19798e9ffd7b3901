import type { ProblemCode, Span } from '../problem.js';
import type { FeelKind, FeelType } from '../types.js';
import type { Charge, FunctionValue, Value } from '../values.js';

/** `kinds` are those an argument may have; `items` those of the items when it is a list. No `kinds` means any value. */
export interface Parameter {
  name: string;
  kinds?: readonly FeelKind[];
  items?: readonly FeelKind[];
  isOptional?: boolean;
}

/** Where and under which limits a function runs. */
export interface CallSite {
  at: Span;
  charge: Charge;
  /** The moment that today() and now() tell. */
  now: Date;
  invoke: (fn: FunctionValue, args: Value[]) => Value;
  fail: (code: ProblemCode, params?: Record<string, string | number>) => never;
}

/**
 * A function of FEEL. The parameters are checked before `run` is called, at publishing and again when it runs,
 * so that nothing is converted silently. `isSpread`: takes one list or its items as arguments (min, max, sum…).
 */
export interface Builtin {
  parameters: readonly Parameter[];
  isSpread?: boolean;
  isVariadic?: boolean;
  result: FeelType | ((args: FeelType[]) => FeelType);
  run: (args: Value[], site: CallSite) => Value;
}

export const one = (name: string, ...kinds: FeelKind[]): Parameter => ({ name, kinds });
export const maybe = (name: string, ...kinds: FeelKind[]): Parameter => ({ name, kinds, isOptional: true });
export const anyValue = (name: string): Parameter => ({ name });
export const list = (name: string, ...items: FeelKind[]): Parameter => ({ name, kinds: ['list'], ...(items.length > 0 && { items }) });
