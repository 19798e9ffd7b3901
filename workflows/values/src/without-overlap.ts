import type { Reading, ValueKind } from './found-value.js';

/** Of two readings of the same place the earlier kind counts: an identity number is a number too. */
const ORDER: readonly ValueKind[] = [
  'resident-id', 'credit-code', 'mobile', 'bank-card', 'plate', 'phone', 'email', 'postcode', 'organization', 'address', 'person',
  'percent', 'money-range', 'money', 'datetime-range', 'datetime', 'date-range', 'date', 'time-range', 'time', 'recurrence', 'age', 'duration', 'ordinal', 'number-range', 'currency', 'number',
];
const RANK = new Map(ORDER.map((kind, index) => [kind, index]));

/** Longest first; of equal length the kind that says more, then the one that starts first; each takes its place unless something is there. */
export function withoutOverlap(readings: readonly Reading[], length: number): Reading[] {
  const taken = new Uint8Array(length);
  const kept: Reading[] = [];
  const rank = ({ kind }: Reading) => RANK.get(kind) ?? ORDER.length;
  for (const reading of withoutCutLimits(readings, length).sort((a, b) => b.to - b.from - (a.to - a.from) || rank(a) - rank(b) || a.from - b.from)) {
    if (isTaken(taken, reading.from, reading.to)) continue;
    taken.fill(1, reading.from, reading.to);
    kept.push(reading);
  }
  return kept.sort((a, b) => a.from - b.from);
}

const COUNTS: ReadonlySet<ValueKind> = new Set(['number', 'number-range', 'ordinal', 'currency']);

/** 超过30天 is a length of time: a limit of a number whose unit another kind reads says less than that kind. */
function withoutCutLimits(readings: readonly Reading[], length: number): Reading[] {
  const ends = new Int32Array(length + 1);
  for (const { kind, from, to } of readings) if (!COUNTS.has(kind)) ends[from] = Math.max(ends[from] ?? 0, to);
  return readings.filter((reading) => {
    if (reading.kind !== 'number-range' || reading.value === null || (reading.value.min !== null && reading.value.max !== null)) return true;
    return !ends.subarray(reading.from, reading.to).some((end) => end > reading.to);
  });
}

/** What is kept before is at least as long, so that it covers one of the two ends. */
function isTaken(taken: Uint8Array, from: number, to: number): boolean {
  return to <= from || taken[from] === 1 || taken[to - 1] === 1;
}
