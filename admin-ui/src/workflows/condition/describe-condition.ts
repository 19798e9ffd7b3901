import { parse, type Expression } from '@banshi/expression';
import type { Variable } from '../scope/workflow-scope.js';

type Node = Expression['root'];
type Language = 'zh' | 'en';

const words: Record<Language, Record<string, string>> = {
  zh: { and: '，并且', or: '，或者', '=': '是', '!=': '不是', '<': '小于', '<=': '不超过', '>': '大于', '>=': '不少于', between: '介于', to: '与', in: '是下列之一：', not: '不满足：', true: '是', false: '否', null: '空', contains: '包含', empty: '未填', filled: '已填', quoteOpen: '「', quoteClose: '」', list: '、', open: '（', close: '）' },
  en: { and: ', and ', or: ', or ', '=': 'is', '!=': 'is not', '<': 'is less than', '<=': 'is at most', '>': 'is more than', '>=': 'is at least', between: 'is between', to: 'and', in: 'is one of', not: 'not: ', true: 'yes', false: 'no', null: 'empty', contains: 'contains', empty: 'is empty', filled: 'is filled in', quoteOpen: '“', quoteClose: '”', list: ', ', open: '(', close: ')' },
};

/**
 * A condition in plain words: 「受理结果」是「通过」，并且「金额」大于 5000. What has no plain words stays as it is written.
 * Null while it cannot be read.
 */
export function describeCondition(source: string, variables: Variable[], language: Language): string | null {
  const parsed = parse(source);
  return parsed.ok ? describe(parsed.expression.root, { source, variables, word: words[language], language }) : null;
}

interface Context {
  source: string;
  variables: Variable[];
  word: Record<string, string>;
  language: Language;
}

function describe(node: Node, context: Context): string {
  const { word } = context;
  const join = (...parts: string[]) => parts.join(context.language === 'en' ? ' ' : '');
  switch (node.kind) {
    case 'logic':
      return side(node.left, node.operator, context) + word[node.operator] + side(node.right, node.operator, context);
    case 'comparison': {
      if (node.right.kind === 'literal' && node.right.value === null) return join(describe(node.left, context), word[node.operator === '=' ? 'empty' : 'filled']!);
      return join(describe(node.left, context), word[node.operator]!, valueOf(node.right, node.left, context));
    }
    case 'between':
      return join(describe(node.value, context), word['between']!, describe(node.low, context), word['to']!, describe(node.high, context));
    case 'in': {
      const items = node.tests.flatMap((test) => (test.kind === 'value' && test.value.kind === 'list' ? test.value.items.map((value) => ({ kind: 'value' as const, value })) : [test]));
      if (items.some(({ kind }) => kind !== 'value')) return written(node, context);
      return join(describe(node.value, context), word['in']! + (context.language === 'en' ? ' ' : '') + items.map((test) => valueOf((test as { value: Node }).value, node.value, context)).join(word['list']));
    }
    case 'call':
      if (node.name === 'not' && node.args.length === 1) return word['not']! + describe(node.args[0]!.value, context);
      if ((node.name === 'list contains' || node.name === 'contains') && node.args.length === 2) {
        return join(describe(node.args[0]!.value, context), word['contains']!, valueOf(node.args[1]!.value, node.args[0]!.value, context));
      }
      return written(node, context);
    case 'name':
      return quote(context.variables.find(({ name }) => name === node.name)?.title || node.name, context);
    case 'literal':
      return typeof node.value === 'string' ? quote(node.value, context) : (word[String(node.value)] ?? String(node.value));
    default:
      return written(node, context);
  }
}

/** A part of an `and` that is an `or`, and the other way round, stands in brackets. */
function side(node: Node, operator: string, context: Context): string {
  const text = describe(node, context);
  return node.kind === 'logic' && node.operator !== operator ? context.word['open'] + text + context.word['close'] : text;
}

/** A value as the other side's options call it. */
function valueOf(node: Node, of: Node, context: Context): string {
  if (node.kind !== 'literal' || typeof node.value !== 'string' || of.kind !== 'name') return describe(node, context);
  const option = context.variables.find(({ name }) => name === of.name)?.options.find(({ value }) => value === node.value);
  return quote(option?.title ?? node.value, context);
}

const quote = (text: string, { word }: Context) => `${word['quoteOpen']}${text}${word['quoteClose']}`;
const written = (node: Node, { source }: Context) => source.slice(node.from, node.to);
