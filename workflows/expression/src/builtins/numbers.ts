import { calculate, roundAt, tidy } from '../numbers.js';
import { BOOLEAN, NUMBER } from '../types.js';
import { compare, type Value } from '../values.js';
import { maybe, one, type Builtin, type CallSite } from './builtin.js';

const halfAwayFromZero = (n: number) => Math.sign(n) * Math.round(Math.abs(n));
const halfTowardsZero = (n: number) => Math.sign(n) * Math.ceil(Math.abs(n) - 0.5);
const halfToEven = (n: number) => (Math.abs(n % 1) === 0.5 ? 2 * Math.round(n / 2) : Math.round(n));
const awayFromZero = (n: number) => Math.sign(n) * Math.ceil(Math.abs(n));

function rounding(round: (shifted: number) => number): Builtin {
  return {
    parameters: [one('n', 'number'), maybe('scale', 'number')],
    result: NUMBER,
    run: ([n, scale], site) => roundAt(n as number, (scale ?? 0) as number, round, site.at),
  };
}

const numeric = (run: (n: number, site: CallSite) => Value): Builtin => ({
  parameters: [one('number', 'number')],
  result: NUMBER,
  run: ([n], site) => run(n as number, site),
});

const parity = (remainder: number): Builtin => ({
  parameters: [one('number', 'number')],
  result: BOOLEAN,
  run: ([n], site) => (Number.isInteger(n) ? Math.abs((n as number) % 2) === remainder : site.fail('invalid-value', { name: 'odd/even' })),
});

const sum = (items: Value[], site: CallSite) => items.reduce<number>((total, item) => calculate('+', total, item as number, site.at), 0);

const extreme = (operator: '<' | '>', name: string): Builtin => ({
  parameters: [{ name: 'list', kinds: ['list'] }],
  isSpread: true,
  result: ([first]) => (first?.kind === 'list' ? first.of : (first ?? NUMBER)),
  run: ([list], site) => {
    const items = list as Value[];
    const [first] = items;
    if (first === undefined) return site.fail('invalid-value', { name });
    return items.reduce((best, item) => (compare(operator, item, best, site.at, site.charge) ? item : best), first);
  },
});

export const NUMBER_FUNCTIONS: Record<string, Builtin> = {
  floor: rounding(Math.floor),
  ceiling: rounding(Math.ceil),
  'round up': rounding(awayFromZero),
  'round down': rounding(Math.trunc),
  'round half up': rounding(halfAwayFromZero),
  'round half down': rounding(halfTowardsZero),
  decimal: rounding(halfToEven),
  abs: numeric(Math.abs),
  sqrt: numeric((n, site) => (n < 0 ? site.fail('invalid-value', { name: 'sqrt' }) : tidy(Math.sqrt(n), site.at))),
  odd: parity(1),
  even: parity(0),
  modulo: {
    parameters: [one('dividend', 'number'), one('divisor', 'number')],
    result: NUMBER,
    run: ([dividend, divisor], site) => {
      const [a, b] = [dividend as number, divisor as number];
      return b === 0 ? site.fail('division-by-zero') : tidy(a - b * Math.floor(a / b), site.at);
    },
  },
  min: extreme('<', 'min'),
  max: extreme('>', 'max'),
  /** The sum of no numbers is 0 here (DMN: null), because that is what an author counting fees means. */
  sum: { parameters: [{ name: 'list', kinds: ['list'], items: ['number'] }], isSpread: true, result: NUMBER, run: ([list], site) => sum(list as Value[], site) },
  mean: {
    parameters: [{ name: 'list', kinds: ['list'], items: ['number'] }],
    isSpread: true,
    result: NUMBER,
    run: ([list], site) => {
      const items = list as Value[];
      return items.length === 0 ? site.fail('invalid-value', { name: 'mean' }) : calculate('/', sum(items, site), items.length, site.at);
    },
  },
};
