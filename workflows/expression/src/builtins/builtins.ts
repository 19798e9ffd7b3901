import type { Builtin } from './builtin.js';
import { LIST_FUNCTIONS } from './lists.js';
import { NUMBER_FUNCTIONS } from './numbers.js';
import { STRING_FUNCTIONS } from './strings.js';
import { TEMPORAL_FUNCTIONS } from './temporals.js';

const BUILTINS = new Map<string, Builtin>(Object.entries({ ...STRING_FUNCTIONS, ...NUMBER_FUNCTIONS, ...LIST_FUNCTIONS, ...TEMPORAL_FUNCTIONS }));

/**
 * Two functions look at whether a value is there at all, so they take their argument unevaluated:
 * `is defined(form.remark)`, and `get or else(form.remark, "")`, which also replaces null.
 */
export const SPECIAL_FUNCTIONS: ReadonlyMap<string, number> = new Map([
  ['is defined', 1],
  ['get or else', 2],
]);

export function findBuiltin(name: string): Builtin | null {
  return BUILTINS.get(name) ?? null;
}

/** The names of every function an expression may call, for editors. */
export function functionNames(): string[] {
  return [...BUILTINS.keys(), ...SPECIAL_FUNCTIONS.keys()].sort();
}

/** How many arguments, for a message: '1', '2–3', '≥ 1'. */
export function arity({ parameters, isSpread, isVariadic }: Builtin): { min: number; max: number; text: string } {
  const min = isSpread ? 1 : parameters.filter(({ isOptional }) => !isOptional).length;
  if (isSpread || isVariadic) return { min, max: Number.POSITIVE_INFINITY, text: `≥ ${min}` };
  return { min, max: parameters.length, text: min === parameters.length ? String(min) : `${min}–${parameters.length}` };
}
