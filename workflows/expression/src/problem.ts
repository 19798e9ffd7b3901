/** Why an expression cannot be accepted or evaluated. The codes are part of the API and never change their meaning. */
export type ProblemCode =
  | 'syntax'
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'unsupported'
  | 'unknown-variable'
  | 'unknown-field'
  | 'ambiguous-name'
  | 'missing-variable'
  | 'missing-field'
  | 'unsupported-value'
  | 'invalid-temporal'
  | 'type-mismatch'
  | 'not-boolean'
  | 'not-list'
  | 'not-context'
  | 'not-comparable'
  | 'unexpected-type'
  | 'unknown-function'
  | 'wrong-arity'
  | 'wrong-argument'
  | 'unsafe-regex'
  | 'division-by-zero'
  | 'number-range'
  | 'index-out-of-range'
  | 'invalid-value'
  | 'too-much-work'
  | 'too-large';

/** `from` and `to` are UTF-16 offsets in the source as given, `to` exclusive: where an editor underlines. */
export interface ExpressionProblem {
  code: ProblemCode;
  params: Record<string, string | number>;
  from: number;
  to: number;
}

export type Language = 'zh' | 'en';

const TEXTS: Record<ProblemCode, Record<Language, string>> = {
  syntax: { zh: '语法错误：“{text}”附近无法识别', en: 'Syntax error near “{text}”' },
  empty: { zh: '表达式为空', en: 'The expression is empty' },
  'too-long': { zh: '表达式过长：最多 {max} 个字符', en: 'The expression is too long: at most {max} characters' },
  'too-deep': { zh: '嵌套过深：最多 {max} 层', en: 'The nesting is too deep: at most {max} levels' },
  unsupported: { zh: '不支持的写法：{what}', en: 'Not supported: {what}' },
  'unknown-variable': { zh: '没有名为“{name}”的变量', en: 'There is no variable “{name}”' },
  'unknown-field': { zh: '“{target}”没有字段“{name}”', en: '“{target}” has no field “{name}”' },
  'ambiguous-name': { zh: '“{name}”既是变量又是列表元素的字段，请写成 item.{name}', en: '“{name}” is a variable and a field of the list element; write item.{name}' },
  'missing-variable': { zh: '变量“{name}”没有值', en: 'The variable “{name}” is missing' },
  'missing-field': { zh: '“{target}”缺少字段“{name}”', en: '“{target}” lacks the field “{name}”' },
  'unsupported-value': { zh: '“{name}”的值无法在表达式中使用', en: 'The value of “{name}” cannot be used in an expression' },
  'invalid-temporal': { zh: '“{value}”不是有效的{type}', en: '“{value}” is no valid {type}' },
  'type-mismatch': { zh: '“{operator}”两边的类型不能这样运算：{left}与{right}', en: '“{operator}” cannot take a {left} and a {right}' },
  'not-boolean': { zh: '此处应为真假值，实际是{actual}', en: 'A boolean is needed here, not a {actual}' },
  'not-list': { zh: '此处应为列表，实际是{actual}', en: 'A list is needed here, not a {actual}' },
  'not-context': { zh: '{actual}没有字段“{name}”', en: 'A {actual} has no field “{name}”' },
  'not-comparable': { zh: '这两个值无法比较', en: 'These two values cannot be compared' },
  'unexpected-type': { zh: '结果应为{expected}，实际是{actual}', en: 'The result should be a {expected} but is a {actual}' },
  'unknown-function': { zh: '没有名为“{name}”的函数', en: 'There is no function “{name}”' },
  'wrong-arity': { zh: '函数“{name}”需要 {expected} 个参数，实际有 {actual} 个', en: 'The function “{name}” takes {expected} arguments, not {actual}' },
  'wrong-argument': { zh: '函数“{name}”的参数“{parameter}”应为{expected}，实际是{actual}', en: 'Argument “{parameter}” of “{name}” should be a {expected}, not a {actual}' },
  'unsafe-regex': { zh: '正则表达式“{pattern}”不被接受（RE2 语法）：{reason}', en: 'The regular expression “{pattern}” is refused (RE2 syntax): {reason}' },
  'division-by-zero': { zh: '除数为零', en: 'Division by zero' },
  'number-range': { zh: '数值超出可精确表示的范围', en: 'The number is outside the range that can be represented exactly' },
  'index-out-of-range': { zh: '列表没有第 {index} 项（共 {count} 项）', en: 'The list has no item {index} (it has {count})' },
  'invalid-value': { zh: '函数“{name}”无法处理这个值', en: 'The function “{name}” cannot handle this value' },
  'too-much-work': { zh: '计算量过大，已停止', en: 'The evaluation was stopped: too much work' },
  'too-large': { zh: '值过大，无法处理', en: 'The value is too large' },
};

const TYPE_NAMES: Record<string, string> = {
  string: '文本',
  number: '数字',
  boolean: '真假值',
  date: '日期',
  'date-time': '日期时间',
  time: '时间',
  duration: '时长',
  null: '空值',
  function: '函数',
  any: '任意值',
  list: '列表',
  context: '对象',
};

const TYPE_PARAMS = new Set(['left', 'right', 'actual', 'expected', 'type']);

/** The problem in the reader's language. */
export function problemText(problem: ExpressionProblem, lang: Language): string {
  return TEXTS[problem.code][lang].replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = String(problem.params[name] ?? '?');
    return lang === 'zh' && TYPE_PARAMS.has(name) ? (TYPE_NAMES[value] ?? value) : value;
  });
}

/** Carries a problem up from the place that found it; never leaves the package. */
export class ExpressionFailure extends Error {
  constructor(readonly problem: ExpressionProblem) {
    super(problem.code);
  }
}

export interface Span {
  from: number;
  to: number;
}

export function problem(code: ProblemCode, at: Span, params: Record<string, string | number> = {}): ExpressionProblem {
  return { code, params, from: at.from, to: at.to };
}

export function fail(code: ProblemCode, at: Span, params: Record<string, string | number> = {}): never {
  throw new ExpressionFailure(problem(code, at, params));
}
