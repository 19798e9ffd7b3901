import type { TrainHeadOptions } from '@banshi/head';
import { measureHead, readIntentSets } from '../../data/intent-sets.js';
import type { IntentSet, IntentSetFigures } from '../../data/intent-sets.js';
import { seededRandom, shuffle } from '../../../models/head/src/random.js';
import { meanAndDeviation, meanOf } from './bench-section.js';
import type { BenchContext, BenchSection } from './bench-section.js';

/** What `head` on the encoder that ships must reach. */
const DEMANDED: Record<string, { accuracy: number; macroF1: number }> = {
  smp2017_ecdt: { accuracy: 0.935, macroF1: 0 },
  crosswoz_user_turns: { accuracy: 0.845, macroF1: 0.63 },
};
const FEW = [5, 10, 20];

const withEncoder = ({ encoderDir, cacheDir }: BenchContext): TrainHeadOptions => (encoderDir === null ? {} : { encoder: { dir: encoderDir }, cacheDir });

/** Method `head` on the official parts, n-grams alone beside n-grams with the encoder. */
export async function measureAccuracy(context: BenchContext): Promise<BenchSection> {
  const section: BenchSection = { title: '`head` on public intent sets', head: ['Set', 'Features', 'Accuracy', 'Macro-F1', 'Slot F1', 'ECE', 'Training, s of processor', 'Interpret, ms of processor', 'p50 ms'], rows: [], notes: ['Floor: character 1–2-gram TF-IDF with a linear SVM, .9085 / .9215 and .827 / .581.'], misses: [] };
  for (const set of await readIntentSets(context.dataDir)) {
    for (const [features, options] of [['character n-grams', {}], ...(context.encoderDir === null ? [] : [['n-grams and encoder', withEncoder(context)] as const])] as const) {
      const runs: IntentSetFigures[] = [];
      for (const seed of context.seeds) runs.push(await measureHead(set, { ...options, seed }));
      const slots = runs.flatMap(({ slotF1 }) => (slotF1 === null ? [] : [slotF1]));
      const p = (pick: (run: IntentSetFigures) => number, digits = 4): string => meanAndDeviation(runs.map(pick), digits);
      section.rows.push([set.name, features, p(({ accuracy }) => accuracy), p(({ macroF1 }) => macroF1), slots.length > 0 ? meanAndDeviation(slots) : '–', p(({ ece }) => ece, 3), p(({ trainCpuSeconds }) => trainCpuSeconds, 1), ...(['cpu', 'p50'] as const).map((figure) => meanOf(runs.map(({ interpretMs }) => interpretMs[figure])).toFixed(2))]);
      const demanded = DEMANDED[set.name]!;
      const [accuracy, macroF1] = [meanOf(runs.map((run) => run.accuracy)), meanOf(runs.map((run) => run.macroF1))];
      if (features !== 'character n-grams' && (accuracy < demanded.accuracy || macroF1 < demanded.macroF1)) section.misses.push(`${set.name}: ${accuracy.toFixed(4)} / ${macroF1.toFixed(4)} instead of ${demanded.accuracy} / ${demanded.macroF1}`);
    }
  }
  if (section.misses.length > 0) section.notes.push(`Missed: ${section.misses.join('; ')} ([what was tried](../models/head/README.md)).`);
  return section;
}

/** How far a few texts of each intent go; intents with fewer give all they have. */
export async function measureFewTexts(context: BenchContext): Promise<BenchSection> {
  const [set] = await readIntentSets(context.dataDir);
  const section: BenchSection = { title: `Few texts of each intent, ${set!.name}`, head: ['Texts of each intent', 'Character n-grams', 'N-grams and encoder'], rows: [], notes: ['Accuracy on the whole test part; the texts are drawn anew for each seed.'], misses: [] };
  for (const count of FEW) {
    const cells: string[] = [];
    for (const options of [{}, withEncoder(context)]) {
      const runs: number[] = [];
      for (const seed of context.seeds) runs.push((await measureHead(drawn(set!, count, seed), { ...options, seed })).accuracy);
      cells.push(meanAndDeviation(runs));
    }
    section.rows.push([String(count), ...cells]);
  }
  return section;
}

/** With shuffled labels nothing can be learned: what is above the share of the most frequent intent would be a leak. */
export async function measurePermuted(context: BenchContext): Promise<BenchSection> {
  const section: BenchSection = { title: 'Permuted labels', head: ['Set', 'Accuracy', 'Most frequent intent'], rows: [], notes: [], misses: [] };
  for (const set of await readIntentSets(context.dataDir)) {
    const runs: number[] = [];
    for (const seed of context.seeds) runs.push((await measureHead(permuted(set, seed), { ...withEncoder(context), seed })).accuracy);
    const chance = mostFrequentShare(set);
    section.rows.push([set.name, meanAndDeviation(runs), chance.toFixed(4)]);
    if (meanOf(runs) > chance + 0.03) section.misses.push(`${set.name}: permuted labels give ${meanOf(runs).toFixed(4)}, chance is ${chance.toFixed(4)}`);
  }
  return section;
}

function drawn(set: IntentSet, count: number, seed: number): IntentSet {
  const taken = new Map<string | null, number>();
  const train = shuffle([...set.input.train, ...set.input.validation], seededRandom(seed)).filter(({ intent }) => {
    taken.set(intent, (taken.get(intent) ?? 0) + 1);
    return taken.get(intent)! <= count;
  });
  return { ...set, input: { ...set.input, train, validation: [] } };
}

function permuted(set: IntentSet, seed: number): IntentSet {
  const random = seededRandom(seed);
  const mix = (part: IntentSet['input']['train']): IntentSet['input']['train'] => {
    const intents = shuffle(part.map(({ intent }) => intent), random);
    return part.map((example, i) => ({ ...example, intent: intents[i]!, spans: [] }));
  };
  return { ...set, input: { ...set.input, slots: [], train: mix(set.input.train), validation: mix(set.input.validation), test: set.input.test.map((example) => ({ ...example, spans: [] })) } };
}

function mostFrequentShare({ input: { test } }: IntentSet): number {
  const counts = new Map<string | null, number>();
  for (const { intent } of test) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  return Math.max(...counts.values()) / test.length;
}
