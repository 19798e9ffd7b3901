import { basename, join } from 'node:path';
import { readIntentSets } from '../../data/intent-sets.js';
import { meanAndDeviation, meanOf } from './bench-section.js';
import type { BenchContext, BenchSection } from './bench-section.js';
import { runFullJob, runPython } from './full-job.js';
import type { Variant } from './full-job.js';
import { measureAnswers } from './answers.js';
import { measureContrastive } from './contrastive.js';
import { option, threads, trainerSetting } from './trainer-setting.js';

/** What `full` must reach from the teacher, and with which rates it does. */
const RECIPES: Record<string, { hyper: Record<string, number | boolean>; accuracy: number; macroF1: number; slotF1: number | null }> = {
  smp2017_ecdt: { hyper: { epochs: 8, learningRate: 1e-4, patience: 0, maxLength: 64 }, accuracy: 0.945, macroF1: 0, slotF1: null },
  crosswoz_user_turns: { hyper: { epochs: 6, learningRate: 2e-4, patience: 0, maxLength: 96, rDrop: 1, refit: true }, accuracy: 0.88, macroF1: 0.79, slotF1: 0.9 },
};
/** Of the trainer's rate to that of the tutorial loop. */
const DEMANDED_RATIO = 60;
const ROUNDS = 3;

/** Method `full` on the official parts, with its INT8 variant. `--seeds=1,2` chooses the seeds. */
async function measureFull(context: BenchContext): Promise<BenchSection> {
  const section: BenchSection = { title: '`full` on public intent sets', head: ['Set', 'Base', 'Variant', 'Seeds', 'Accuracy', 'Macro-F1', 'Slot F1', 'MB', 'Batch 1 / 8 ms', 'Whole job s'], rows: [], notes: [], misses: [] };
  const found = trainerSetting(context, section);
  if (found === null) return section;
  const seeds = option('seeds')?.split(',').map(Number) ?? context.seeds;
  const sets = (await readIntentSets(context.dataDir)).filter(({ name }) => name.includes(option('set') ?? ''));
  for (const { name, input } of sets) {
    const recipe = RECIPES[name]!;
    const runs = [];
    for (const seed of seeds) runs.push(await runFullJob(found.python, found.base, input, seed, threads, recipe.hyper));
    const seconds = meanAndDeviation(runs.map((run) => run.seconds), 0);
    for (const variant of [null, 'int8']) {
      const rows = runs.map(({ variants }) => variants.find((one) => one.variant === variant)!);
      section.rows.push([name, basename(found.base), variant ?? 'fp32', String(seeds.length), ...cells(rows), variant === null ? seconds : '–']);
    }
    const originals = runs.map(({ variants }) => variants[0]!);
    section.misses.push(...missesOf(name, recipe, originals, option('base') !== undefined));
  }
  return section;
}

function cells(rows: readonly Variant[]): string[] {
  const slots = rows.flatMap(({ slotF1 }) => (slotF1 === null ? [] : [slotF1]));
  const mean = (pick: (row: Variant) => number, digits: number): string => meanOf(rows.map(pick)).toFixed(digits);
  return [
    meanAndDeviation(rows.map(({ accuracy }) => accuracy)),
    meanAndDeviation(rows.map(({ macroF1 }) => macroF1)),
    slots.length > 0 ? meanAndDeviation(slots) : '–',
    mean(({ bytes }) => bytes / 1e6, 1),
    `${mean(({ latencyMs1 }) => latencyMs1, 2)} / ${mean(({ latencyMs8 }) => latencyMs8, 2)}`,
  ];
}

/** The demands are made of the teacher as base; a smaller one is only measured. */
function missesOf(set: string, demanded: (typeof RECIPES)[string], rows: readonly Variant[], isDemanded: boolean): string[] {
  if (!isDemanded) return [];
  return (['accuracy', 'macroF1', 'slotF1'] as const).flatMap((name) => {
    const [given, least] = [meanOf(rows.map((row) => row[name] ?? 0)), demanded[name]];
    return least !== null && given < least ? [`${set}, full: ${name} ${given.toFixed(4)} instead of ${least}`] : [];
  });
}

/** The trainer's loop beside the tutorial loop (padded to 512, two a batch, float32). */
async function measureSpeed(context: BenchContext): Promise<BenchSection> {
  const section: BenchSection = { title: 'Training speed beside the tutorial loop', head: ['Base', 'Tutorial loop texts/s', '`full` texts/s', 'Ratio'], rows: [], notes: [], misses: [] };
  const found = trainerSetting(context, section);
  if (found === null) return section;
  const rows = join(context.dataDir, 'smp2017_ecdt', 'train.jsonl');
  const rates = JSON.parse((await runPython(found.python, [join(import.meta.dirname, 'full_speed.py'), found.base, rows, String(threads), String(ROUNDS)], threads)).trim().split('\n').at(-1)!) as { plain: number[]; ours: number[] };
  const ratio = meanOf(rates.ours) / meanOf(rates.plain);
  section.rows.push([basename(found.base), meanAndDeviation(rates.plain, 2), meanAndDeviation(rates.ours, 1), ratio.toFixed(0)]);
  section.notes.push(`The tutorial loop pads to 512 tokens, takes two texts a batch and computes in float32. ${threads} threads, ${ROUNDS} rounds in turns, texts of smp2017_ecdt.`);
  if (ratio < DEMANDED_RATIO) section.misses.push(`full is ${ratio.toFixed(1)} times as fast as the tutorial loop instead of ${DEMANDED_RATIO}`);
  return section;
}

export const measurements = { speed: measureSpeed, full: measureFull, contrastive: measureContrastive, answers: measureAnswers };
