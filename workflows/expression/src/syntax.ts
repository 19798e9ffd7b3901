import type { FeelType } from './types.js';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One test after `in`: a comparison, an interval, or a value (a list means one of its items). */
export type InTest =
  | { kind: 'comparison'; operator: ComparisonOperator; value: Node }
  | { kind: 'interval'; low: Node; high: Node; isLowIncluded: boolean; isHighIncluded: boolean }
  | { kind: 'value'; value: Node };

/** `in` goes over the items of `list`, or over the integers from `list` to `end` where `end` is given. */
export interface Iterator {
  name: string;
  list: Node;
  end: Node | null;
}

export interface Argument {
  name: string | null;
  value: Node;
}

/** The abstract syntax: what of FEEL the strict dialect knows. */
export type Node = { from: number; to: number } & (
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'temporal'; text: string }
  | { kind: 'name'; name: string }
  | { kind: 'path'; target: Node; name: string }
  | { kind: 'negation'; operand: Node }
  | { kind: 'arithmetic'; operator: ArithmeticOperator; left: Node; right: Node }
  | { kind: 'comparison'; operator: ComparisonOperator; left: Node; right: Node }
  | { kind: 'logic'; operator: 'and' | 'or'; left: Node; right: Node }
  | { kind: 'between'; value: Node; low: Node; high: Node }
  | { kind: 'in'; value: Node; tests: InTest[] }
  | { kind: 'if'; condition: Node; then: Node; otherwise: Node }
  | { kind: 'for'; iterators: Iterator[]; body: Node }
  | { kind: 'quantified'; quantifier: 'some' | 'every'; iterators: Iterator[]; condition: Node }
  | { kind: 'list'; items: Node[] }
  | { kind: 'context'; entries: { key: string; value: Node }[] }
  | { kind: 'filter'; target: Node; filter: Node; isPredicate: boolean }
  | { kind: 'call'; name: string; args: Argument[] }
  | { kind: 'function'; parameters: string[]; body: Node }
  | { kind: 'instance'; value: Node; type: FeelType }
);

export type NodeOf<K extends Node['kind']> = Extract<Node, { kind: K }>;

/** A parsed expression. Treat as opaque: give it to `typeCheck`, `evaluate` and `freeVariables`. */
export interface Expression {
  readonly source: string;
  readonly root: Node;
}

/**
 * Inside `xs[…]` a test selects items and a number picks one. Which of the two is meant is decided by the form:
 * what reads `item`, compares or combines is a test; everything else must be a number.
 */
export function isPredicate(node: Node): boolean {
  switch (node.kind) {
    case 'comparison':
    case 'logic':
    case 'between':
    case 'in':
    case 'quantified':
    case 'instance':
      return true;
    case 'literal':
      return typeof node.value === 'boolean';
    case 'call':
      return PREDICATE_FUNCTIONS.has(node.name) || node.args.some(({ value }) => readsItem(value));
    default:
      return readsItem(node);
  }
}

const PREDICATE_FUNCTIONS = new Set(['not', 'contains', 'starts with', 'ends with', 'matches', 'list contains', 'all', 'any', 'is defined', 'odd', 'even']);

function readsItem(node: Node): boolean {
  if (node.kind === 'name') return node.name === 'item';
  return node.kind === 'path' ? readsItem(node.target) : false;
}
