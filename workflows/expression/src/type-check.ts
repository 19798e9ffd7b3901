import { bindArguments } from './builtins/bind-arguments.js';
import type { Builtin, Parameter } from './builtins/builtin.js';
import { findBuiltin, SPECIAL_FUNCTIONS } from './builtins/builtins.js';
import { pathOf } from './free-variables.js';
import { ExpressionFailure, problem, type ExpressionProblem, type ProblemCode, type Span } from './problem.js';
import { compilePattern } from './regex.js';
import type { ComparisonOperator, Expression, InTest, Iterator, Node, NodeOf } from './syntax.js';
import { parseTemporalLiteral } from './temporal-literal.js';
import { ANY, BOOLEAN, commonType, listOf, NUMBER, STRING, TEMPORAL_FIELDS, type FeelKind, type FeelType } from './types.js';
import { kindOf, ORDERED_KINDS } from './values.js';

type Scope = ReadonlyMap<string, FeelType>;

const REGEX_FUNCTIONS = new Set(['matches', 'replace', 'split']);

/**
 * Finds what would go wrong before anything runs: unknown variables, fields and functions, comparisons of different
 * types, conditions that are no boolean, wrong arguments, patterns that RE2 refuses, a literal division by zero and
 * a result of another type than expected. What has the type `any` is left to `evaluate`.
 */
export function typeCheck(expression: Expression, scope: Record<string, FeelType>, expected: FeelType): ExpressionProblem[] {
  const check = new TypeCheck();
  const actual = check.infer(expression.root, new Map(Object.entries(scope)));
  if (check.problems.length === 0) check.expect(actual, expected, expression.root);
  return check.problems;
}

/** Whether a value of the one type can be one of the other; `any` can be everything, null only itself. */
function fits(actual: FeelType, expected: FeelType): boolean {
  if (actual.kind === 'any' || expected.kind === 'any') return true;
  if (actual.kind !== expected.kind) return false;
  if (actual.kind === 'list' && expected.kind === 'list') return fits(actual.of, expected.of);
  if (actual.kind === 'context' && expected.kind === 'context') {
    return Object.entries(expected.fields).every(([name, type]) => Object.hasOwn(actual.fields, name) && fits(actual.fields[name] ?? ANY, type));
  }
  return true;
}

class TypeCheck {
  readonly problems: ExpressionProblem[] = [];

  private report(code: ProblemCode, at: Span, params: Record<string, string | number> = {}): FeelType {
    this.problems.push(problem(code, at, params));
    return ANY;
  }

  expect(actual: FeelType, expected: FeelType, at: Span): void {
    if (fits(actual, expected)) return;
    if (expected.kind === 'boolean') this.report('not-boolean', at, { actual: actual.kind });
    else this.report('unexpected-type', at, { expected: expected.kind, actual: actual.kind });
  }

  infer(node: Node, scope: Scope): FeelType {
    switch (node.kind) {
      case 'literal':
        return { kind: kindOf(node.value) as 'string' };
      case 'temporal':
        return this.attempt(() => ({ kind: kindOf(parseTemporalLiteral(node.text, node)) as 'date' }));
      case 'name':
        return scope.get(node.name) ?? this.report('unknown-variable', node, { name: node.name });
      case 'path':
        return this.field(this.infer(node.target, scope), node);
      case 'negation':
        this.need(node.operand, scope, 'number', '-');
        return NUMBER;
      case 'arithmetic':
        return this.arithmetic(node, scope);
      case 'comparison':
        return this.comparison(node.operator, this.infer(node.left, scope), this.infer(node.right, scope), node);
      case 'logic':
        this.condition(node.left, scope);
        this.condition(node.right, scope);
        return BOOLEAN;
      case 'between': {
        const value = this.infer(node.value, scope);
        this.comparison('>=', value, this.infer(node.low, scope), node);
        return this.comparison('<=', value, this.infer(node.high, scope), node);
      }
      case 'in': {
        const value = this.infer(node.value, scope);
        for (const test of node.tests) this.test(test, value, scope, node);
        return BOOLEAN;
      }
      case 'if':
        this.condition(node.condition, scope);
        return commonType(this.infer(node.then, scope), this.infer(node.otherwise, scope));
      case 'for':
        return listOf(this.infer(node.body, this.bind(node.iterators, scope)));
      case 'quantified':
        this.condition(node.condition, this.bind(node.iterators, scope));
        return BOOLEAN;
      case 'list':
        return listOf(node.items.length === 0 ? ANY : node.items.map((item) => this.infer(item, scope)).reduce(commonType));
      case 'context':
        return this.context(node, scope);
      case 'filter':
        return this.filter(node, scope);
      case 'call':
        return this.call(node, scope);
      case 'function':
        this.infer(node.body, new Map([...scope, ...node.parameters.map((name) => [name, ANY] as const)]));
        return { kind: 'function' };
      case 'instance':
        this.infer(node.value, scope);
        return BOOLEAN;
    }
  }

  private attempt(run: () => FeelType): FeelType {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof ExpressionFailure)) throw error;
      this.problems.push(error.problem);
      return ANY;
    }
  }

  private field(target: FeelType, node: NodeOf<'path'>): FeelType {
    if (target.kind === 'any') return ANY;
    if (target.kind === 'list') return listOf(this.field(target.of, node));
    const label = pathOf(node.target)?.join('.') ?? target.kind;
    if (target.kind === 'context') {
      return Object.hasOwn(target.fields, node.name) ? (target.fields[node.name] as FeelType) : this.report('unknown-field', node, { target: label, name: node.name });
    }
    const fields = TEMPORAL_FIELDS[target.kind];
    if (!fields) return this.report('not-context', node, { actual: target.kind, name: node.name });
    return fields.includes(node.name) ? NUMBER : this.report('unknown-field', node, { target: label, name: node.name });
  }

  private condition(node: Node, scope: Scope): void {
    this.expect(this.infer(node, scope), BOOLEAN, node);
  }

  private need(node: Node, scope: Scope, kind: 'number', operator: string): void {
    const actual = this.infer(node, scope);
    if (!fits(actual, { kind })) this.report('type-mismatch', node, { operator, left: kind, right: actual.kind });
  }

  private arithmetic(node: NodeOf<'arithmetic'>, scope: Scope): FeelType {
    const left = this.infer(node.left, scope);
    const right = this.infer(node.right, scope);
    if (node.operator === '/' && node.right.kind === 'literal' && node.right.value === 0) this.report('division-by-zero', node);
    if (left.kind === 'any' || right.kind === 'any') {
      const known = left.kind === 'any' ? right : left;
      const isPossible = known.kind === 'any' || known.kind === 'number' || '+-'.includes(node.operator);
      return isPossible ? (known.kind === 'number' && !'+-'.includes(node.operator) ? NUMBER : ANY) : this.mismatch(node.operator, left, right, node);
    }
    if (left.kind === 'number' && right.kind === 'number') return NUMBER;
    if (node.operator === '+' && left.kind === 'string' && right.kind === 'string') return STRING;
    return this.temporalArithmetic(node.operator, left.kind, right.kind) ?? this.mismatch(node.operator, left, right, node);
  }

  private temporalArithmetic(operator: string, left: FeelKind, right: FeelKind): FeelType | null {
    const isInstant = (kind: FeelKind) => kind === 'date' || kind === 'date-time' || kind === 'time';
    if (operator !== '+' && operator !== '-') return null;
    if (left === 'duration' && right === 'duration') return { kind: 'duration' };
    if (operator === '-' && isInstant(left) && left === right) return { kind: 'duration' };
    // A date and a duration of hours make a date and time, so the kind is known only when it runs.
    if (isInstant(left) && right === 'duration') return left === 'date' ? ANY : ({ kind: left } as FeelType);
    if (operator === '+' && left === 'duration' && isInstant(right)) return right === 'date' ? ANY : ({ kind: right } as FeelType);
    return null;
  }

  private mismatch(operator: string, left: FeelType, right: FeelType, at: Span): FeelType {
    return this.report('type-mismatch', at, { operator, left: left.kind, right: right.kind });
  }

  private comparison(operator: ComparisonOperator, left: FeelType, right: FeelType, at: Span): FeelType {
    const isEquality = operator === '=' || operator === '!=';
    const isNullTest = isEquality && (left.kind === 'null' || right.kind === 'null');
    const isOrdered = (type: FeelType) => type.kind === 'any' || ORDERED_KINDS.has(type.kind);
    const isComparable = isEquality ? left.kind !== 'function' : isOrdered(left) && isOrdered(right);
    if (!isNullTest && (!(fits(left, right) || fits(right, left)) || !isComparable)) this.mismatch(operator, left, right, at);
    return BOOLEAN;
  }

  private test(test: InTest, value: FeelType, scope: Scope, at: Span): void {
    if (test.kind === 'comparison') this.comparison(test.operator, value, this.infer(test.value, scope), at);
    else if (test.kind === 'interval') {
      this.comparison('>=', value, this.infer(test.low, scope), at);
      this.comparison('<=', value, this.infer(test.high, scope), at);
    } else {
      const candidate = this.infer(test.value, scope);
      this.comparison('=', value, candidate.kind === 'list' && value.kind !== 'list' ? candidate.of : candidate, at);
    }
  }

  private bind(iterators: Iterator[], scope: Scope): Scope {
    const inner = new Map(scope);
    for (const { name, list, end } of iterators) {
      const type = this.infer(list, inner);
      if (end) {
        for (const bound of [type, this.infer(end, inner)]) if (!fits(bound, NUMBER)) this.mismatch('..', type, bound, list);
        inner.set(name, NUMBER);
      } else inner.set(name, this.itemsOf(type, list));
    }
    return inner;
  }

  private itemsOf(type: FeelType, at: Span): FeelType {
    if (type.kind === 'list') return type.of;
    return type.kind === 'any' ? ANY : this.report('not-list', at, { actual: type.kind });
  }

  private context(node: NodeOf<'context'>, scope: Scope): FeelType {
    const inner = new Map(scope);
    const fields: Record<string, FeelType> = {};
    for (const { key, value } of node.entries) {
      const type = this.infer(value, inner);
      inner.set(key, type);
      Object.defineProperty(fields, key, { value: type, enumerable: true, configurable: true });
    }
    return { kind: 'context', fields };
  }

  private filter(node: NodeOf<'filter'>, scope: Scope): FeelType {
    const target = this.infer(node.target, scope);
    const item = this.itemsOf(target, node.target);
    if (node.isPredicate) {
      this.reportAmbiguousNames(node.filter, item, scope);
      this.condition(node.filter, new Map([...scope, ['item', item]]));
      return listOf(item);
    }
    this.need(node.filter, scope, 'number', '[]');
    return item;
  }

  /** A bare name in a test that is a variable and a field of the item: standard FEEL would take the field. */
  private reportAmbiguousNames(filter: Node, item: FeelType, scope: Scope): void {
    if (item.kind !== 'context') return;
    const { fields } = item;
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const node = value as Node;
      if (node.kind === 'name' && node.name !== 'item' && Object.hasOwn(fields, node.name) && scope.has(node.name)) this.report('ambiguous-name', node, { name: node.name });
      for (const part of Object.values(value)) visit(part);
    };
    visit(filter);
  }

  private call(node: NodeOf<'call'>, scope: Scope): FeelType {
    const local = scope.get(node.name);
    const special = SPECIAL_FUNCTIONS.get(node.name);
    const builtin = findBuiltin(node.name);
    if (local && (local.kind === 'function' || !builtin)) {
      for (const { value } of node.args) this.infer(value, scope);
      return local.kind === 'function' || local.kind === 'any' ? ANY : this.report('unknown-function', node, { name: node.name });
    }
    if (special !== undefined) {
      if (node.args.length !== special) return this.report('wrong-arity', node, { name: node.name, expected: special, actual: node.args.length });
      const types = node.args.map(({ value }) => this.infer(value, scope));
      return node.name === 'is defined' ? BOOLEAN : commonType(types[0] ?? ANY, types[1] ?? ANY);
    }
    if (!builtin) return this.report('unknown-function', node, { name: node.name });
    return this.attempt(() => this.builtinCall(node, builtin, scope));
  }

  private builtinCall(node: NodeOf<'call'>, builtin: Builtin, scope: Scope): FeelType {
    const bound = bindArguments(node.name, builtin, node.args, node);
    const types = bound.map((arg) => (arg ? this.infer(arg, scope) : undefined));
    const given = types.filter((type) => type !== undefined);
    const isOneList = given.length === 1 && (given[0]?.kind === 'list' || given[0]?.kind === 'any');
    const checked = builtin.isSpread && !isOneList ? [listOf(given.length === 0 ? ANY : given.reduce(commonType))] : types;
    checked.forEach((type, index) => {
      const parameter = builtin.parameters[Math.min(index, builtin.parameters.length - 1)];
      if (type && parameter) this.argument(node, parameter, type, bound[index] ?? node);
    });
    const pattern = bound[1];
    if (REGEX_FUNCTIONS.has(node.name) && pattern?.kind === 'literal' && typeof pattern.value === 'string') compilePattern(pattern.value, '', pattern);
    return typeof builtin.result === 'function' ? builtin.result(given) : builtin.result;
  }

  private argument(node: NodeOf<'call'>, parameter: Parameter, actual: FeelType, at: Span): void {
    const refuse = (expected: string, kind: string) => this.report('wrong-argument', at, { name: node.name, parameter: parameter.name, expected, actual: kind });
    if (actual.kind === 'any' || !parameter.kinds) return;
    if (!parameter.kinds.includes(actual.kind)) refuse(parameter.kinds[0] ?? 'any', actual.kind);
    else if (actual.kind === 'list' && parameter.items && actual.of.kind !== 'any' && !parameter.items.includes(actual.of.kind)) refuse(parameter.items[0] ?? 'any', actual.of.kind);
  }
}
