import { foldText } from './char-folding.js';

/** Texts at least this similar are the same utterance in two spellings. */
const SIMILARITY = 0.8;

/**
 * Groups near duplicates: equal after folding (case, width, white space, punctuation), or character trigrams with a Jaccard similarity of
 * at least 0.8, transitively. Returns a group number for each text, in order of first appearance.
 *
 * Candidates come from prefix filtering: two sets that similar share one of the rarest ⌊0.2·n⌋ + 1 trigrams of each.
 */
export function nearDuplicateGroups(texts: readonly string[]): number[] {
  const grams = texts.map((text) => trigrams(wordsOf(text)));
  const frequency = new Map<string, number>();
  for (const set of grams) for (const gram of set) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const parent = texts.map((_, i) => i);
  const holders = new Map<string, number[]>();
  const firstWith = new Map<string, number>();
  grams.forEach((set, i) => {
    const sorted = [...set].sort((a, b) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1));
    const key = sorted.join('\u0000');
    const twin = firstWith.get(key);
    if (twin !== undefined) return void union(parent, twin, i);
    firstWith.set(key, i);
    const prefix = sorted.slice(0, Math.floor((1 - SIMILARITY) * sorted.length) + 1);
    const seen = new Set<number>();
    for (const gram of prefix) {
      const others = holders.get(gram);
      if (!others) {
        holders.set(gram, [i]);
        continue;
      }
      for (const other of others) {
        if (seen.has(other)) continue;
        seen.add(other);
        if (jaccard(set, grams[other]!) >= SIMILARITY) union(parent, other, i);
      }
      others.push(i);
    }
  });
  return numbered(parent);
}

/** A full stop more or less makes no other utterance, yet in a short one it is a fifth of the trigrams. */
function wordsOf(text: string): string {
  const folded = foldText(text);
  return folded.replace(/[\s\p{P}]+/gu, '') || folded;
}

/** Trigrams of a text with one boundary mark at each end, so that the shortest texts have some too. */
function trigrams(text: string): Set<string> {
  const characters = ['\u0002', ...text, '\u0003'];
  const grams = new Set<string>();
  for (let t = 0; t + 3 <= characters.length; t++) grams.add(characters.slice(t, t + 3).join(''));
  return grams.size > 0 ? grams : new Set([characters.join('')]);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size < SIMILARITY * large.size) return 0;
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared++;
  return shared / (a.size + b.size - shared);
}

function find(parent: number[], i: number): number {
  while (parent[i] !== i) {
    parent[i] = parent[parent[i]!]!;
    i = parent[i]!;
  }
  return i;
}

function union(parent: number[], a: number, b: number): void {
  const [x, y] = [find(parent, a), find(parent, b)];
  parent[Math.max(x, y)] = Math.min(x, y);
}

function numbered(parent: number[]): number[] {
  const numbers = new Map<number, number>();
  return parent.map((_, i) => {
    const root = find(parent, i);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
}
