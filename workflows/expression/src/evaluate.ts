import { bindArguments } from './builtins/bind-arguments.js';
import type { Builtin, CallSite } from './builtins/builtin.js';
import { findBuiltin, SPECIAL_FUNCTIONS } from './builtins/builtins.js';
import { pathOf } from './free-variables.js';
import { calculate } from './numbers.js';
import { ExpressionFailure, fail, type ExpressionProblem, type Span } from './problem.js';
import type { Expression, InTest, Iterator, Node, NodeOf } from './syntax.js';
import { ANY, TEMPORAL_FIELDS, type FeelType } from './types.js';
import { parseTemporalLiteral } from './temporal-literal.js';
import { compare, fromJson, FunctionValue, isEqual, isTemporal, kindName, kindOf, temporalOperation, toJson, type Charge, type ContextValue, type Value } from './values.js';

export interface EvaluateOptions {
  /** The declared types of the variables: ISO strings of a `date` or `date-time` are then read as such. */
  scope?: Record<string, FeelType>;
  /** The moment that today() and now() tell; default the present. */
  now?: Date;
  /** How many steps the evaluation may take (a node, an item, a comparison each count one); default 100,000. */
  maxSteps?: number;
}

export type EvaluateResult = { ok: true; value: unknown } | { ok: false; problem: ExpressionProblem };

const DEFAULT_MAX_STEPS = 100_000;
const MAX_STRING_LENGTH = 1_000_000;
/** A function that calls itself through a parameter must stop before the stack does. */
const MAX_CALL_DEPTH = 50;

/** Names bound inside the expression. `element` is the item that a filter looks at, to notice ambiguous names. */
interface Frame {
  names: ReadonlyMap<string, Value>;
  element?: Value;
  parent: Frame | null;
}

/**
 * Evaluates without ever choosing silently: a variable that is read and missing, a comparison of different types,
 * a condition that is no boolean, a division by zero, an index outside the list, a pattern that RE2 refuses, too much
 * work or a result that is not of the expected type is a problem, not null or false. `and` and `or` stop at the first
 * operand that decides. Temporal results are ISO 8601 strings.
 */
export function evaluate(expression: Expression, variables: Record<string, unknown>, expected: FeelType, options: EvaluateOptions = {}): EvaluateResult {
  const evaluation = new Evaluation(variables, options);
  try {
    const value = evaluation.run(expression.root, null);
    evaluation.expect(value, expected, expression.root);
    return { ok: true, value: toJson(value, expression.root, evaluation.charge) };
  } catch (error) {
    if (error instanceof ExpressionFailure) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Evaluation {
  private steps: number;
  private callDepth = 0;
  private readonly scope: Record<string, FeelType>;
  private readonly now: Date;
  /** Variables already read, so that a large list is converted once. */
  private readonly read = new Map<string, Value>();
  private at: Span = { from: 0, to: 0 };

  constructor(
    private readonly variables: Record<string, unknown>,
    options: EvaluateOptions,
  ) {
    this.steps = options.maxSteps ?? DEFAULT_MAX_STEPS;
    this.scope = options.scope ?? {};
    this.now = options.now ?? new Date();
  }

  readonly charge: Charge = (units) => {
    this.steps -= units;
    if (this.steps < 0) fail('too-much-work', this.at);
  };

  run(node: Node, frame: Frame | null): Value {
    this.at = node;
    this.charge(1);
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'temporal':
        return parseTemporalLiteral(node.text, node);
      case 'name':
        return this.name(node, frame);
      case 'path':
        return this.path(node, frame);
      case 'negation':
        return calculate('-', 0, this.number(node.operand, frame, '-'), node);
      case 'arithmetic':
        return this.arithmetic(node, frame);
      case 'comparison':
        return compare(node.operator, this.run(node.left, frame), this.run(node.right, frame), node, this.charge);
      case 'logic': {
        const decides = node.operator === 'or';
        return this.boolean(node.left, frame) === decides ? decides : this.boolean(node.right, frame);
      }
      case 'between': {
        const value = this.run(node.value, frame);
        const low = this.run(node.low, frame);
        const high = this.run(node.high, frame);
        const isAbove = compare('>=', value, low, node, this.charge);
        return compare('<=', value, high, node, this.charge) && isAbove;
      }
      case 'in': {
        const value = this.run(node.value, frame);
        return node.tests.some((test) => this.test(test, value, node, frame));
      }
      case 'if':
        return this.run(this.boolean(node.condition, frame) ? node.then : node.otherwise, frame);
      case 'for': {
        const results: Value[] = [];
        this.iterate(node.iterators, frame, (inner) => {
          results.push(this.run(node.body, inner));
          return true;
        });
        return results;
      }
      case 'quantified': {
        const decides = node.quantifier === 'some';
        let result = !decides;
        this.iterate(node.iterators, frame, (inner) => {
          if (this.boolean(node.condition, inner) === decides) result = decides;
          return result !== decides;
        });
        return result;
      }
      case 'list':
        return node.items.map((item) => this.run(item, frame));
      case 'context':
        return this.context(node, frame);
      case 'filter':
        return this.filter(node, frame);
      case 'call':
        return this.call(node, frame);
      case 'function':
        return new FunctionValue(node, (args) => this.invoke(node, args, frame));
      case 'instance':
        return kindOf(this.run(node.value, frame)) === node.type.kind;
    }
  }

  expect(value: Value, expected: FeelType, at: Span): void {
    this.charge(1);
    if (expected.kind === 'any') return;
    const actual = kindName(value);
    if (expected.kind === 'boolean' && actual !== 'boolean') fail('not-boolean', at, { actual });
    if (actual !== expected.kind) fail('unexpected-type', at, { expected: expected.kind, actual });
    if (expected.kind === 'list' && expected.of.kind !== 'any') for (const item of value as Value[]) this.expect(item, expected.of, at);
    if (expected.kind === 'context') {
      for (const [name, type] of Object.entries(expected.fields)) this.expect(this.field(value, name, 'context', at), type, at);
    }
  }

  private name(node: NodeOf<'name'>, frame: Frame | null): Value {
    const { name } = node;
    let isElementField = false;
    for (let current = frame; current; current = current.parent) {
      const value = current.names.get(name);
      if (value !== undefined) return isElementField ? fail('ambiguous-name', node, { name }) : value;
      const { element } = current;
      if (element !== undefined && kindOf(element) === 'context' && Object.hasOwn(element as ContextValue, name)) isElementField = true;
    }
    if (!Object.hasOwn(this.variables, name) || this.variables[name] === undefined) fail('missing-variable', node, { name });
    if (isElementField) fail('ambiguous-name', node, { name });
    let value = this.read.get(name);
    if (value === undefined) {
      value = fromJson(this.variables[name], Object.hasOwn(this.scope, name) ? (this.scope[name] as FeelType) : ANY, name, node, this.charge);
      this.read.set(name, value);
    }
    return value;
  }

  private path(node: NodeOf<'path'>, frame: Frame | null): Value {
    const target = this.run(node.target, frame);
    const label = pathOf(node.target)?.join('.') ?? kindName(target);
    if (!Array.isArray(target)) return this.field(target, node.name, label, node);
    this.charge(target.length);
    return target.map((item) => this.field(item, node.name, label, node));
  }

  private field(target: Value, name: string, label: string, at: Span): Value {
    const kind = kindOf(target);
    if (kind === 'context') {
      const context = target as ContextValue;
      if (!Object.hasOwn(context, name) || context[name] === undefined) fail('missing-field', at, { target: label, name });
      const value = context[name];
      if (kindOf(value) === null) fail('unsupported-value', at, { name });
      return value as Value;
    }
    if (isTemporal(target)) {
      const value = (TEMPORAL_FIELDS[kind ?? 'any'] ?? []).includes(name) ? (target as unknown as Record<string, unknown>)[name] : undefined;
      return typeof value === 'number' ? value : fail('missing-field', at, { target: label, name });
    }
    return fail('not-context', at, { actual: kindName(target), name });
  }

  private boolean(node: Node, frame: Frame | null): boolean {
    const value = this.run(node, frame);
    return typeof value === 'boolean' ? value : fail('not-boolean', node, { actual: kindName(value) });
  }

  private number(node: Node, frame: Frame | null, operator: string): number {
    const value = this.run(node, frame);
    return typeof value === 'number' ? value : fail('type-mismatch', node, { operator, left: 'number', right: kindName(value) });
  }

  private arithmetic(node: NodeOf<'arithmetic'>, frame: Frame | null): Value {
    const left = this.run(node.left, frame);
    const right = this.run(node.right, frame);
    if (typeof left === 'number' && typeof right === 'number') return calculate(node.operator, left, right, node);
    if (node.operator === '+' && typeof left === 'string' && typeof right === 'string') {
      if (left.length + right.length > MAX_STRING_LENGTH) fail('too-large', node);
      this.charge((left.length + right.length) / 1000);
      return left + right;
    }
    if ((node.operator === '+' || node.operator === '-') && isTemporal(left) && isTemporal(right)) return temporalOperation(node.operator, left, right, node, this.charge);
    return fail('type-mismatch', node, { operator: node.operator, left: kindName(left), right: kindName(right) });
  }

  private test(test: InTest, value: Value, at: Span, frame: Frame | null): boolean {
    if (test.kind === 'comparison') return compare(test.operator, value, this.run(test.value, frame), at, this.charge);
    if (test.kind === 'interval') {
      const isAbove = compare(test.isLowIncluded ? '>=' : '>', value, this.run(test.low, frame), at, this.charge);
      return compare(test.isHighIncluded ? '<=' : '<', value, this.run(test.high, frame), at, this.charge) && isAbove;
    }
    const candidates = this.run(test.value, frame);
    if (Array.isArray(candidates) && !Array.isArray(value)) return candidates.some((item) => isEqual(value, item, at, this.charge));
    return isEqual(value, candidates, at, this.charge);
  }

  /** Calls `visit` for every combination, the last iterator running fastest, until it returns false. */
  private iterate(iterators: Iterator[], frame: Frame | null, visit: (inner: Frame | null) => boolean): boolean {
    const [first, ...rest] = iterators;
    if (!first) return visit(frame);
    return this.each(first, frame, (value) => this.iterate(rest, { names: new Map([[first.name, value]]), parent: frame }, visit));
  }

  private each(iterator: Iterator, frame: Frame | null, visit: (value: Value) => boolean): boolean {
    const list = this.run(iterator.list, frame);
    if (!iterator.end) {
      if (!Array.isArray(list)) fail('not-list', iterator.list, { actual: kindName(list) });
      return list.every((item) => visit(item));
    }
    const end = this.run(iterator.end, frame);
    if (!Number.isInteger(list) || !Number.isInteger(end)) fail('type-mismatch', iterator.list, { operator: '..', left: kindName(list), right: kindName(end) });
    const [from, to] = [list as number, end as number];
    const step = from <= to ? 1 : -1;
    for (let value = from; step > 0 ? value <= to : value >= to; value += step) {
      this.charge(1);
      if (!visit(value)) return false;
    }
    return true;
  }

  private context(node: NodeOf<'context'>, frame: Frame | null): Value {
    const names = new Map<string, Value>();
    const inner: Frame = { names, parent: frame };
    for (const { key, value } of node.entries) names.set(key, this.run(value, inner));
    return Object.fromEntries(names);
  }

  private filter(node: NodeOf<'filter'>, frame: Frame | null): Value {
    const target = this.run(node.target, frame);
    if (!Array.isArray(target)) return fail('not-list', node.target, { actual: kindName(target) });
    if (node.isPredicate) return target.filter((item) => this.boolean(node.filter, { names: new Map([['item', item]]), element: item, parent: frame }));
    const index = this.number(node.filter, frame, '[]');
    const value = target[index > 0 ? index - 1 : target.length + index];
    return value === undefined || index === 0 ? fail('index-out-of-range', node, { index, count: target.length }) : value;
  }

  private call(node: NodeOf<'call'>, frame: Frame | null): Value {
    const local = this.localFunction(node.name, frame);
    if (local) {
      if (node.args.some(({ name }) => name !== null)) fail('unsupported', node, { what: `${node.name}(name: …)` });
      return local.invoke(node.args.map(({ value }) => this.run(value, frame)));
    }
    const special = SPECIAL_FUNCTIONS.get(node.name);
    if (special !== undefined) {
      if (node.args.length !== special) fail('wrong-arity', node, { name: node.name, expected: special, actual: node.args.length });
      return this.callSpecial(node, frame);
    }
    const builtin = findBuiltin(node.name);
    if (!builtin) return fail('unknown-function', node, { name: node.name });
    const bound = bindArguments(node.name, builtin, node.args, node);
    return this.callBuiltin(node, builtin, bound.map((arg) => arg && this.run(arg, frame)));
  }

  private localFunction(name: string, frame: Frame | null): FunctionValue | null {
    for (let current = frame; current; current = current.parent) {
      const value = current.names.get(name);
      if (value instanceof FunctionValue) return value;
    }
    return null;
  }

  private callSpecial(node: NodeOf<'call'>, frame: Frame | null): Value {
    const [subject, fallback] = node.args.map(({ value }) => value) as [Node, Node | undefined];
    const value = this.whereDefined(subject, frame);
    if (!fallback) return value !== undefined;
    return value ?? this.run(fallback, frame);
  }

  /** The value, or undefined where a variable or field on the way is missing; every other problem stays one. */
  private whereDefined(node: Node, frame: Frame | null): Value | undefined {
    try {
      return this.run(node, frame);
    } catch (error) {
      const isMissing = error instanceof ExpressionFailure && (error.problem.code === 'missing-variable' || error.problem.code === 'missing-field');
      if (isMissing && pathOf(node)) return undefined;
      throw error;
    }
  }

  private callBuiltin(node: NodeOf<'call'>, builtin: Builtin, given: (Value | undefined)[]): Value {
    const first = given[0];
    const args = builtin.isSpread && !(given.length === 1 && Array.isArray(first)) ? [given as Value[]] : given;
    args.forEach((arg, index) => this.checkArgument(node, builtin, index, arg));
    this.at = node;
    const site: CallSite = {
      at: node,
      charge: this.charge,
      now: this.now,
      invoke: (fn, values) => fn.invoke(values),
      fail: (code, params = {}) => fail(code, node, params),
    };
    const result = builtin.run(args as Value[], site);
    if (typeof result === 'string' && result.length > MAX_STRING_LENGTH) fail('too-large', node);
    if (Array.isArray(result)) this.charge(result.length);
    return result;
  }

  private checkArgument(node: NodeOf<'call'>, builtin: Builtin, index: number, arg: Value | undefined): void {
    const parameter = builtin.parameters[Math.min(index, builtin.parameters.length - 1)];
    if (!parameter || (arg === undefined && parameter.isOptional)) return;
    const refuse = (expected: string, actual: string) => fail('wrong-argument', node, { name: node.name, parameter: parameter.name, expected, actual });
    const kind = kindOf(arg);
    if (kind === null || (parameter.kinds && !parameter.kinds.includes(kind))) refuse(parameter.kinds?.[0] ?? 'any', kindName(arg));
    if (typeof arg === 'string') this.charge(arg.length / 1000);
    if (!Array.isArray(arg)) return;
    this.charge(arg.length);
    for (const item of arg) {
      const itemKind = kindOf(item);
      if (itemKind === null || (parameter.items && !parameter.items.includes(itemKind))) refuse(parameter.items?.[0] ?? 'any', kindName(item));
    }
  }

  private invoke(definition: NodeOf<'function'>, args: Value[], frame: Frame | null): Value {
    const { parameters, body } = definition;
    if (args.length !== parameters.length) fail('wrong-arity', definition, { name: 'function', expected: parameters.length, actual: args.length });
    this.callDepth += 1;
    if (this.callDepth > MAX_CALL_DEPTH) fail('too-much-work', definition);
    const value = this.run(body, { names: new Map(parameters.map((name, index) => [name, args[index] as Value])), parent: frame });
    this.callDepth -= 1;
    return value;
  }
}
