import { fail, type Span } from './problem.js';
import type { ArithmeticOperator } from './syntax.js';

/**
 * Brings the result of an operation back to decimal: 15 significant digits is what a double holds exactly,
 * so 0.1 + 0.2 = 0.3 and 1.1 * 3 = 3.3. Integers stay exact; one beyond 2^53 is refused instead of rounded.
 */
export function tidy(value: number, at: Span): number {
  if (!Number.isFinite(value)) fail('number-range', at);
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? value + 0 : fail('number-range', at);
  return Number(value.toPrecision(15));
}

export function calculate(operator: ArithmeticOperator, left: number, right: number, at: Span): number {
  switch (operator) {
    case '+':
      return tidy(left + right, at);
    case '-':
      return tidy(left - right, at);
    case '*':
      return tidy(left * right, at);
    case '/':
      return right === 0 ? fail('division-by-zero', at) : tidy(left / right, at);
    case '**':
      return left === 0 && right < 0 ? fail('division-by-zero', at) : tidy(left ** right, at);
  }
}

/** Applies a rounding function at that many decimal places, on the decimal writing of the number (1.005 has three places). */
export function roundAt(value: number, scale: number, round: (shifted: number) => number, at: Span): number {
  if (!Number.isInteger(scale) || Math.abs(scale) > 20) fail('number-range', at);
  const [digits = '', exponent = '0'] = String(value).split('e');
  const shifted = round(Number(`${digits}e${Number(exponent) + scale}`));
  const [back = '', backExponent = '0'] = String(shifted).split('e');
  return tidy(Number(`${back}e${Number(backExponent) - scale}`), at);
}
