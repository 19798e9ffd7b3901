import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One vector of the published specifications: a text, what should be found in it, and when it was said. */
export interface Vector {
  Input: string;
  Context?: { ReferenceDateTime?: string };
  Results: { Text: string; TypeName?: string; Type?: string; Start?: number; End?: number; Length?: number; Resolution?: Record<string, unknown> | null; Value?: Record<string, unknown> }[];
}

/** What was found, or should be: its place (code points, `end` exclusive) and its values in the words of the specification. */
export interface Expected {
  start: number;
  end: number;
  values: string[];
}

export interface Measured {
  check: string;
  passed: number;
  total: number;
  /** Share that must pass; null where the set is only measured. */
  demand: number | null;
  /** Whether the share is of all vectors or of those without an exception. */
  demandOf: 'all' | 'without exceptions';
  /** Vectors that fail for a reason that was looked into; the reason stands beside each in the suite. */
  excused: number;
  failures: string[];
}

export async function loadVectors(dataDir: string, file: string): Promise<Vector[]> {
  const text = await readFile(join(dataDir, 'recognizers_text_zh', `${file}.json`), 'utf8');
  return JSON.parse(text.replace(/^\ufeff/u, '')) as Vector[];
}

const tolerance = 1e-12;

/** Equal text, or equal numbers as far as a double carries them. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [Number(a), Number(b)];
  return a !== '' && b !== '' && Number.isFinite(x) && Math.abs(x - y) <= tolerance * Math.abs(y);
}

function agree(got: readonly Expected[], want: readonly Expected[]): boolean {
  return got.length === want.length && got.every((one, index) => {
    const other = want[index]!;
    return one.start === other.start && one.end === other.end && one.values.length === other.values.length && one.values.every((value, at) => isSame(value, other.values[at]!));
  });
}

const shown = (all: readonly Expected[]) => all.map(({ start, end, values }) => `${start}–${end} ${values.join(' or ')}`).join('; ') || 'nothing';

/** Compares what is found in every vector's text with what the vector says. `exceptions` are reasons by text. */
export function measureVectors(
  check: string,
  vectors: readonly Vector[],
  demand: number | null,
  find: (vector: Vector) => Expected[],
  want: (vector: Vector) => Expected[],
  exceptions: ReadonlyMap<string, string> = new Map(),
  demandOf: Measured['demandOf'] = 'all',
): Measured {
  const failures: string[] = [];
  let passed = 0;
  let excused = 0;
  for (const vector of vectors) {
    const [got, wanted] = [find(vector), want(vector)];
    if (agree(got, wanted)) passed += 1;
    else if (exceptions.has(vector.Input)) excused += 1;
    else failures.push(`${vector.Input} → ${shown(got)} (should be ${shown(wanted)})`);
  }
  return { check, passed, total: vectors.length, demand, demandOf, excused, failures };
}

/** Where a result stands; some vectors give its text alone. */
export function placeOf({ Start, End, Length, Text }: Vector['Results'][number], input: string): { start: number; end: number } {
  const start = Start ?? input.indexOf(Text);
  return { start, end: End === undefined ? start + (Length ?? Text.length) : End + 1 };
}
