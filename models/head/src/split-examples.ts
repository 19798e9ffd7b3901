import { nearDuplicateGroups } from './near-duplicates.js';
import { seededRandom, shuffle } from './random.js';

export type SplitPart = 'train' | 'validation' | 'test';

/** Shares of the three parts. */
const SHARES: readonly [SplitPart, number][] = [['train', 0.7], ['validation', 0.15], ['test', 0.15]];

/**
 * Splits examples 70/15/15. Near duplicates stay on one side, every intent is spread over the parts as evenly as its groups
 * allow, and an intent with a single group stays in training. The result depends on the texts, labels and seed, not on the
 * order in which the examples come.
 */
export function splitExamples<T extends { id: string; text: string; intent: string | null }>(examples: readonly T[], seed: number): Record<SplitPart, T[]> {
  const ordered = [...examples].sort((a, b) => compare(a.text, b.text) || compare(a.intent ?? '', b.intent ?? '') || compare(a.id, b.id));
  const groupOf = nearDuplicateGroups(ordered.map(({ text }) => text));
  const groups: T[][] = [];
  ordered.forEach((example, i) => (groups[groupOf[i]!] ??= []).push(example));

  const strata = new Map<string, T[][]>();
  for (const group of groups) {
    // A group with several intents counts for its first labelled one: it is a labelling mistake, not a stratum.
    const stratum = group.find(({ intent }) => intent !== null)?.intent ?? '';
    strata.set(stratum, [...(strata.get(stratum) ?? []), group]);
  }
  const parts: Record<SplitPart, T[]> = { train: [], validation: [], test: [] };
  const random = seededRandom(seed);
  for (const stratum of [...strata.keys()].sort()) assign(shuffle(strata.get(stratum)!, random), parts);
  return parts;
}

/** Gives each group to the part that lacks most of its share of this stratum; the first one to training. */
function assign<T>(groups: readonly T[][], parts: Record<SplitPart, T[]>): void {
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  const lacking = new Map(SHARES.map(([part, share]) => [part, share * total]));
  groups.forEach((group, i) => {
    const part = i === 0 ? 'train' : [...lacking].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
    lacking.set(part, lacking.get(part)! - group.length);
    parts[part].push(...group);
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
