import { problemText, type ProblemCode } from '@banshi/expression';
import type { Finding } from '../findings.js';

/** The sentence of the expression problem that a finding carries in its parameters. */
export function expressionProblemText(params: Finding['params'], lang: 'zh' | 'en'): string {
  const { reason, from, to, ...rest } = params;
  return problemText({ code: reason as ProblemCode, params: rest, from: Number(from), to: Number(to) }, lang);
}
