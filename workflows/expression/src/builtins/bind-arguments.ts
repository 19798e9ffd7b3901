import { fail, type Span } from '../problem.js';
import type { Argument, Node } from '../syntax.js';
import type { Builtin } from './builtin.js';
import { arity } from './builtins.js';

/** Puts named arguments into the order of the parameters and counts them; throws when they do not fit. */
export function bindArguments(name: string, builtin: Builtin, args: Argument[], at: Span): (Node | undefined)[] {
  const { min, max, text } = arity(builtin);
  if (args.length < min || args.length > max) fail('wrong-arity', at, { name, expected: text, actual: args.length });
  if (args.every((arg) => arg.name === null)) return args.map(({ value }) => value);
  const bound: (Node | undefined)[] = builtin.parameters.map(() => undefined);
  for (const arg of args) {
    const index = builtin.parameters.findIndex((parameter) => parameter.name === arg.name);
    if (index < 0 || bound[index] !== undefined) fail('wrong-argument', at, { name, parameter: arg.name ?? '?', expected: 'any', actual: 'any' });
    bound[index] = arg.value;
  }
  const missing = builtin.parameters.findIndex((parameter, index) => !parameter.isOptional && bound[index] === undefined);
  if (missing >= 0) fail('wrong-arity', at, { name, expected: text, actual: args.length });
  return bound;
}
