import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trainHead } from '@banshi/head';
import type { Example } from '@banshi/head';
import { ModelSession } from '@banshi/runtime';
import { readIntentSets } from '../../data/intent-sets.js';
import type { IntentSet } from '../../data/intent-sets.js';
import { seededRandom, shuffle } from '../../../models/head/src/random.js';
import { meanAndDeviation } from './bench-section.js';
import type { BenchContext, BenchSection } from './bench-section.js';

/** Every so many intents are unknown to the model. */
const UNKNOWN = 4;

interface ScopeFigures { auroc: number; falseAccept: number; falseRefusal: number; threshold: number }

/** Intents that a model never saw, beside those that it knows: how well its confidence and its threshold tell them apart. */
export async function measureScope({ dataDir, encoderDir, cacheDir, seeds }: BenchContext): Promise<BenchSection> {
  const section: BenchSection = { title: 'Texts of unknown intents', head: ['Set', 'AUROC of confidence', 'Unknown taken for known', 'Known turned away', 'Threshold'], rows: [], notes: [`A quarter of the intents, drawn anew for each seed, is in no training text; no text is marked as out of scope, so the threshold comes from intents that the training holds out itself. It may turn away 3 % of what it knows.`], misses: [] };
  for (const set of await readIntentSets(dataDir)) {
    const runs: ScopeFigures[] = [];
    for (const seed of seeds) runs.push(await measureUnknown(set, seed, encoderDir === null ? {} : { encoder: { dir: encoderDir }, cacheDir }));
    const cell = (pick: keyof ScopeFigures, digits = 3): string => meanAndDeviation(runs.map((run) => run[pick]), digits);
    section.rows.push([set.name, cell('auroc'), cell('falseAccept'), cell('falseRefusal'), cell('threshold', 2)]);
  }
  return section;
}

async function measureUnknown({ input }: IntentSet, seed: number, options: { encoder?: { dir: string }; cacheDir?: string }): Promise<ScopeFigures> {
  const unknown = new Set(shuffle(input.intents.map(({ key }) => key), seededRandom(seed)).filter((_, i) => i % UNKNOWN === 0));
  const isKnown = ({ intent }: Example): boolean => intent !== null && !unknown.has(intent);
  const plain = (part: Example[]): Example[] => part.map((example) => ({ ...example, spans: [] }));
  const work = await mkdtemp(join(tmpdir(), 'banshi-scope-'));
  try {
    const known = { ...input, slots: [], train: plain(input.train.filter(isKnown)), validation: plain(input.validation.filter(isKnown)), test: [] };
    const { dir, config } = await trainHead(known, join(work, 'model'), { ...options, seed });
    const session = await ModelSession.open(dir);
    const answers = await session.interpret(input.test.map(({ text }) => text)).finally(() => session.close());
    const cases = answers.map((answer, i) => ({ confidence: answer.intents[0]!.confidence, isRefused: answer.outOfScope, isKnown: isKnown(input.test[i]!) }));
    const [inside, outside] = [cases.filter((one) => one.isKnown), cases.filter((one) => !one.isKnown)];
    const share = (part: typeof cases, isRefused: boolean): number => part.filter((one) => one.isRefused === isRefused).length / part.length;
    return { auroc: areaUnderCurve(inside.map(({ confidence }) => confidence), outside.map(({ confidence }) => confidence)), falseAccept: share(outside, false), falseRefusal: share(inside, true), threshold: config.outOfScope.threshold };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The chance that a known text has a higher confidence than an unknown one; ties count half. */
function areaUnderCurve(known: readonly number[], unknown: readonly number[]): number {
  let wins = 0;
  for (const a of known) for (const b of unknown) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (known.length * unknown.length);
}
