/** An exact decimal number: `units` · 10^−`places`. Numbers are read in it, so that 1.15万 is 11500 and not 11499.99… */
export interface Decimal {
  units: bigint;
  places: number;
}

/** More digits than any number that people write; what is longer is no number. */
export const MAX_DIGITS = 40;

export const ZERO: Decimal = { units: 0n, places: 0 };

export const whole = (value: bigint | number): Decimal => ({ units: BigInt(value), places: 0 });

export function fromDigits(integer: string, fraction = ''): Decimal {
  return { units: BigInt(integer + fraction || '0'), places: fraction.length };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  if (a.places === b.places) return { units: a.units + b.units, places: a.places };
  const places = Math.max(a.places, b.places);
  return { units: a.units * 10n ** BigInt(places - a.places) + b.units * 10n ** BigInt(places - b.places), places };
}

export function times(a: Decimal, factor: bigint): Decimal {
  return { units: a.units * factor, places: a.places };
}

export function negated(a: Decimal): Decimal {
  return { units: -a.units, places: a.places };
}

/** a · 10^power. */
export function shifted(a: Decimal, power: number): Decimal {
  return power >= 0 ? { units: a.units * 10n ** BigInt(power), places: a.places } : { units: a.units, places: a.places - power };
}

export const isZero = (a: Decimal): boolean => a.units === 0n;

/** Plain notation without an exponent and without trailing zeros behind the point: '11500', '-0.05'. */
export function decimalText({ units, places }: Decimal): string {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const integer = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/u, '');
  return `${sign}${integer}${fraction === '' ? '' : `.${fraction}`}`;
}

export const toNumber = (a: Decimal): number => Number(decimalText(a));

/** The nearest decimal with 15 significant digits, as much as a double carries; for quotients and powers. */
export function fromNumber(value: number): Decimal {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/u.exec(value.toExponential(14));
  if (!match) return ZERO;
  const decimal = shifted(fromDigits(match[2] ?? '0', (match[3] ?? '').replace(/0+$/u, '')), Number(match[4]));
  return match[1] === '-' ? negated(decimal) : decimal;
}

export function compare(a: Decimal, b: Decimal): number {
  const difference = plus(a, negated(b)).units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
