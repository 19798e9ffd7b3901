import { parseExpression } from 'feelin';
import { ExpressionFailure, fail, problem, type ExpressionProblem, type Span } from './problem.js';
import { isPredicate, type Argument, type ComparisonOperator, type Expression, type InTest, type Iterator, type Node } from './syntax.js';
import { unescapeString } from './string-literal.js';
import { readTypeName } from './type-name.js';

/** Limits that keep every later step small; an expression a person wrote is far below them. */
export const MAX_SOURCE_LENGTH = 10_000;
export const MAX_NESTING = 100;
/** A chain of binary operators (a or b or c …) is a list to its author, but still a deep tree. */
const MAX_CHAIN = 250;

export type ParseResult = { ok: true; expression: Expression } | { ok: false; problems: ExpressionProblem[] };

/** The parser has to be told names that contain a word of the grammar; `else` would end the name. */
const KNOWN_NAMES = { 'get or else': null };

type Tree = ReturnType<typeof parseExpression>['topNode'];

interface Reading {
  source: string;
  /** How much the leading `=` of Zeebe and the blanks before it moved the text. */
  offset: number;
}

/**
 * Parses FEEL. A leading `=`, as Zeebe marks an expression in BPMN, is allowed.
 * Names are words of letters, digits and underscores; only the built-in functions have spaces in their names.
 */
export function parse(source: string): ParseResult {
  if (source.length > MAX_SOURCE_LENGTH) return { ok: false, problems: [problem('too-long', { from: 0, to: source.length }, { max: MAX_SOURCE_LENGTH })] };
  const offset = /^\s*=?/u.exec(source)?.[0].length ?? 0;
  const text = source.slice(offset);
  if (text.trim() === '') return { ok: false, problems: [problem('empty', { from: 0, to: source.length })] };
  const nesting = findDeepNesting(text);
  if (nesting !== null) return { ok: false, problems: [problem('too-deep', { from: offset + nesting, to: offset + nesting + 1 }, { max: MAX_NESTING })] };

  const reading: Reading = { source: text, offset };
  const tree = parseExpression(text, KNOWN_NAMES, undefined);
  const syntaxProblem = findSyntaxProblem(tree.topNode, reading);
  if (syntaxProblem) return { ok: false, problems: [syntaxProblem] };
  try {
    return { ok: true, expression: { source, root: read(only(tree.topNode, reading), reading, TOP) } };
  } catch (error) {
    if (error instanceof ExpressionFailure) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

/** Looked for before the parser builds a tree, whose depth would follow the brackets. */
function findDeepNesting(text: string): number | null {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (isInString && character === '\\') index += 1;
    else if (character === '"') isInString = !isInString;
    else if (!isInString && '([{'.includes(character)) depth += 1;
    else if (!isInString && ')]}'.includes(character)) depth -= 1;
    if (depth > MAX_NESTING) return index;
  }
  return null;
}

function findSyntaxProblem(top: Tree, reading: Reading): ExpressionProblem | null {
  let found: ExpressionProblem | null = null;
  top.cursor().iterate((node) => {
    if (found || !node.type.isError) return found === null;
    const to = Math.max(node.to, Math.min(node.from + 1, reading.source.length));
    const near = node.from === node.to ? reading.source.slice(Math.max(0, node.from - 10), node.from + 10) : reading.source.slice(node.from, node.to);
    // Beyond some hundred operators the parser itself gives up; the author should read why.
    const isLongChain = (reading.source.match(/\b(?:and|or)\b|[-+*/=<>]/gu) ?? []).length > MAX_CHAIN;
    if (isLongChain && node.from === node.to) found = problem('too-deep', { from: reading.offset + node.from, to: reading.offset + to }, { max: MAX_CHAIN });
    else found = problem('syntax', { from: reading.offset + node.from, to: reading.offset + to }, { text: near.slice(0, 40).trim() });
    return false;
  });
  return found;
}

const isTrivia = (node: Tree) => node.name === 'LineComment' || node.name === 'BlockComment';

function children(node: Tree): Tree[] {
  const all: Tree[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!isTrivia(child)) all.push(child);
  return all;
}

function span(node: Tree, reading: Reading) {
  return { from: node.from + reading.offset, to: node.to + reading.offset };
}

const textOf = (node: Tree, reading: Reading) => reading.source.slice(node.from, node.to);

function only(node: Tree, reading: Reading): Tree {
  const [first, ...others] = children(node);
  const [second] = others;
  if (!first) fail('syntax', span(node, reading), { text: textOf(node, reading).slice(0, 40) });
  if (second) fail('syntax', span(second, reading), { text: textOf(second, reading).slice(0, 40) });
  return first;
}

/** A name as the tree has it: one identifier each word, single spaces between. */
function nameOf(node: Tree, reading: Reading): string {
  return textOf(node, reading).trim().replace(/\s+/gu, ' ');
}

function variableName(node: Tree, reading: Reading): string {
  const name = nameOf(node, reading);
  if (/\s/u.test(name)) fail('syntax', span(node, reading), { text: name.slice(0, 40) });
  return name;
}

/** How deep a node lies: in brackets and branches, and along left operands of chains. */
interface Depth {
  nesting: number;
  chain: number;
}

const TOP: Depth = { nesting: 0, chain: 0 };
const nested = ({ nesting, chain }: Depth): Depth => ({ nesting: nesting + 1, chain });

function chained({ nesting, chain }: Depth, at: Span): Depth {
  if (chain >= MAX_CHAIN) fail('too-deep', at, { max: MAX_CHAIN });
  return { nesting, chain: chain + 1 };
}

function unsupported(node: Tree, reading: Reading): never {
  fail('unsupported', span(node, reading), { what: textOf(node, reading).slice(0, 40) });
}

function read(node: Tree, reading: Reading, depth: Depth): Node {
  if (depth.nesting > MAX_NESTING) fail('too-deep', span(node, reading), { max: MAX_NESTING });
  const at = span(node, reading);
  const parts = children(node);
  const text = () => textOf(node, reading);
  const child = (index: number) => {
    const part = parts[index];
    if (!part) fail('syntax', at, { text: text().slice(0, 40) });
    return part;
  };
  const sub = (index: number) => read(child(index), reading, nested(depth));
  /** The left operand of a chain: it nests in the tree, not for the reader. */
  const left = () => read(child(0), reading, chained(depth, at));

  switch (node.name) {
    case 'NumericLiteral':
      return { ...at, kind: 'literal', value: readNumber(node, reading) };
    case 'StringLiteral':
      return { ...at, kind: 'literal', value: unescapeString(text()) };
    case 'BooleanLiteral':
      return { ...at, kind: 'literal', value: text() === 'true' };
    case 'null':
      return { ...at, kind: 'literal', value: null };
    case 'VariableName':
      return { ...at, kind: 'name', name: variableName(node, reading) };
    case 'ParenthesizedExpression':
      return sub(1);
    case 'PathExpression':
      return { ...at, kind: 'path', target: left(), name: variableName(child(2), reading) };
    case 'ArithmeticExpression': {
      if (parts.length === 2) return { ...at, kind: 'negation', operand: sub(1) };
      const operator = textOf(child(1), reading);
      if (!/^(?:[-+*/]|\*\*)$/u.test(operator)) unsupported(child(1), reading);
      return { ...at, kind: 'arithmetic', operator: operator as '+', left: left(), right: sub(2) };
    }
    case 'Conjunction':
      return { ...at, kind: 'logic', operator: 'and', left: left(), right: sub(2) };
    case 'Disjunction':
      return { ...at, kind: 'logic', operator: 'or', left: left(), right: sub(2) };
    case 'Comparison':
      return readComparison(node, parts, reading, depth);
    case 'IfExpression':
      return { ...at, kind: 'if', condition: sub(1), then: sub(3), otherwise: sub(5) };
    case 'ForExpression':
      return { ...at, kind: 'for', iterators: readIterators(child(1), reading, depth), body: sub(3) };
    case 'QuantifiedExpression':
      return {
        ...at,
        kind: 'quantified',
        quantifier: child(0).name as 'some' | 'every',
        iterators: readIterators(child(1), reading, depth),
        condition: sub(3),
      };
    case 'List':
      return { ...at, kind: 'list', items: parts.slice(1, -1).map((item) => read(item, reading, nested(depth))) };
    case 'Context':
      return { ...at, kind: 'context', entries: parts.slice(1, -1).map((entry) => readEntry(entry, reading, depth)) };
    case 'FilterExpression': {
      const filter = sub(2);
      return { ...at, kind: 'filter', target: left(), filter, isPredicate: isPredicate(filter) };
    }
    case 'FunctionInvocation':
      return { ...at, kind: 'call', name: calledName(child(0), reading), args: readArguments(child(2), reading, depth) };
    case 'DateTimeLiteral':
      if (child(0).name === 'AtLiteral') return { ...at, kind: 'temporal', text: unescapeString(textOf(only(child(0), reading), reading)) };
      return { ...at, kind: 'call', name: nameOf(child(0), reading), args: readArguments(child(2), reading, depth) };
    case 'FunctionDefinition': {
      const parameters = children(child(2)).map((parameter) => variableName(parameter.firstChild ?? parameter, reading));
      return { ...at, kind: 'function', parameters, body: read(only(child(4), reading), reading, nested(depth)) };
    }
    case 'InstanceOfExpression': {
      const type = readTypeName(nameOf(child(parts.length - 1), reading));
      if (!type) unsupported(child(parts.length - 1), reading);
      return { ...at, kind: 'instance', value: left(), type };
    }
    default:
      return unsupported(node, reading);
  }
}

function readNumber(node: Tree, reading: Reading): number {
  const written = textOf(node, reading).replace(/\s+/gu, '');
  const value = Number(written);
  // More than 15 significant digits would silently become another number.
  const digits = written.replace(/e.*$/iu, '').replace(/[-.]/gu, '').replace(/^0+/u, '');
  if (!Number.isFinite(value) || (digits.length > 15 && !Number.isSafeInteger(value))) fail('number-range', span(node, reading));
  return value;
}

function calledName(node: Tree, reading: Reading): string {
  if (node.name !== 'VariableName' && node.name !== 'SpecialFunctionName') unsupported(node, reading);
  return nameOf(node, reading);
}

function readComparison(node: Tree, parts: Tree[], reading: Reading, depth: Depth): Node {
  const at = span(node, reading);
  const [value, operator, third] = parts;
  const last = parts[parts.length - 1];
  if (!value || !operator || !third || !last) return unsupported(node, reading);
  const left = read(value, reading, chained(depth, at));
  if (operator.name === 'between') return { ...at, kind: 'between', value: left, low: read(third, reading, nested(depth)), high: read(last, reading, nested(depth)) };
  if (operator.name === 'in') {
    const tests = third.name === '(' ? children(parts[3] ?? node) : [third];
    return { ...at, kind: 'in', value: left, tests: tests.map((test) => readTest(only(test, reading), reading, nested(depth))) };
  }
  const symbol = textOf(operator, reading);
  if (!/^(?:=|!=|[<>]=?)$/u.test(symbol)) unsupported(operator, reading);
  return { ...at, kind: 'comparison', operator: symbol as ComparisonOperator, left, right: read(third, reading, nested(depth)) };
}

function readTest(node: Tree, reading: Reading, depth: Depth): InTest {
  if (node.name !== 'SimplePositiveUnaryTest') return { kind: 'value', value: read(node, reading, depth) };
  const [first, second] = children(node);
  if (first?.name === 'CompareOp' && second) {
    return { kind: 'comparison', operator: textOf(first, reading) as ComparisonOperator, value: read(second, reading, depth) };
  }
  const [open, low, , high, close] = first?.name === 'Interval' ? children(first) : [];
  if (!open || !low || !high || !close) return unsupported(node, reading);
  return {
    kind: 'interval',
    low: read(low, reading, depth),
    high: read(high, reading, depth),
    isLowIncluded: textOf(open, reading) === '[',
    isHighIncluded: textOf(close, reading) === ']',
  };
}

function readIterators(node: Tree, reading: Reading, depth: Depth): Iterator[] {
  return children(node).map((iterator) => {
    const [name, , context] = children(iterator);
    if (!name || !context) return unsupported(iterator, reading);
    const [list, , end] = children(context);
    if (!list) return unsupported(context, reading);
    return { name: variableName(name, reading), list: read(list, reading, nested(depth)), end: end ? read(end, reading, nested(depth)) : null };
  });
}

function readEntry(node: Tree, reading: Reading, depth: Depth): { key: string; value: Node } {
  const [key, value] = children(node);
  if (!key || !value) return unsupported(node, reading);
  const inner = only(key, reading);
  return { key: inner.name === 'StringLiteral' ? unescapeString(textOf(inner, reading)) : nameOf(inner, reading), value: read(value, reading, nested(depth)) };
}

function readArguments(node: Tree, reading: Reading, depth: Depth): Argument[] {
  const all = children(node);
  if (node.name !== 'NamedParameters') return all.map((value) => ({ name: null, value: read(value, reading, nested(depth)) }));
  return all.map((parameter) => {
    const [name, value] = children(parameter);
    if (!name || !value) return unsupported(parameter, reading);
    return { name: nameOf(name, reading), value: read(value, reading, nested(depth)) };
  });
}
