import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RetrievalSession } from '@banshi/runtime';
import { readStard } from '../../data/policies/retrieval.js';
import type { BenchContext, BenchSection } from './bench-section.js';
import { meanOf } from './bench-section.js';
import { readGeneralPairs } from './contrastive-pairs.js';
import type { PairRow } from './contrastive-pairs.js';
import { runTrainerJob } from './full-job.js';
import { measure, score, WAYS } from './retrieval.js';
import { readRetrievalSets } from './retrieval-sets.js';
import type { RetrievalSet } from './retrieval-sets.js';
import { option, threads, trainerSetting } from './trainer-setting.js';

const HYPER = { epochs: 2, learningRate: 1e-4, patience: 0, maxLength: 128, negatives: 1, temperature: 0.05, batchSize: 32 };
/** Code points of an article that a vector stands for. */
const ARTICLE = 160;
/** Every so many questions of the fitted half are left for validation. */
const HELD = 8;
const FUSED = 'Fusion that trusts words';
/** What the fused ranking must reach: recall at 1, recall at 5, mean reciprocal rank. */
const DEMANDED: Record<string, readonly [number, number, number]> = { cduestc: [0.85, 0, 0], stard: [0, 0.75, 0.6] };

/** The base trained by contrast on one half of the lay questions, service items and passages; measured on the other half and on what it never saw. `--half=0` takes one of both halves. */
export async function measureContrastive(context: BenchContext): Promise<BenchSection> {
  const section: BenchSection = {
    title: 'Retrieval after contrastive training',
    head: ['Set', 'Base', 'Way', 'R@1', 'R@5', 'MRR'],
    rows: [],
    notes: ['Task `retrieval` of the trainer, INT8; trained on every other STARD question, CMRC trial questions, headings of a handbook and names of service items; no question or page of cduestc. Where both halves were trained, the mean of both.'],
    misses: [],
  };
  const found = trainerSetting(context, section);
  if (found === null) return section;
  const halves = option('half') === undefined ? [0, 1] : [Number(option('half'))];
  const figures = new Map<string, number[][]>();
  for (const half of halves) {
    for (const { set, way, values } of await measureHalf(context.dataDir, found, half)) figures.set(`${set}|${way}`, [...(figures.get(`${set}|${way}`) ?? []), values]);
  }
  for (const [key, runs] of figures) {
    const [set, way] = key.split('|') as [string, string];
    const means = [0, 1, 2].map((i) => meanOf(runs.map((run) => run[i]!)));
    section.rows.push([set, basename(found.base), way, ...means.map((value) => value.toFixed(4))]);
    if (way === FUSED) (DEMANDED[set] ?? []).forEach((least, i) => means[i]! < least && section.misses.push(`${set}: ${['R@1', 'R@5', 'MRR'][i]} ${means[i]!.toFixed(4)} instead of ${least}`));
  }
  return section;
}

async function measureHalf(dataDir: string, { python, base }: { python: string; base: string }, half: number): Promise<{ set: string; way: string; values: number[] }[]> {
  const { questions, passages } = await readStard(dataDir);
  const fitted = questions.filter((_, i) => i % 2 === half);
  const pairs = stardPairs(fitted, passages);
  const general = await readGeneralPairs(dataDir);
  const parts = { train: [...pairs.filter((_, i) => i % HELD !== 0), ...general], validation: pairs.filter((_, i) => i % HELD === 0), test: [] };
  const { folder } = await runTrainerJob(python, { task: 'retrieval', base, seed: 1, hyper: HYPER }, parts, threads);
  try {
    const session = await RetrievalSession.openUnsealed(join(folder, 'artifact-int8'));
    const [cduestc, cmrc] = await readRetrievalSets(dataDir);
    const stard: RetrievalSet = {
      name: 'stard',
      documents: passages.map(({ id, text }) => ({ group: id, title: text.slice(0, text.indexOf('\n')), text: text.slice(text.indexOf('\n') + 1) })),
      questions: questions.filter((_, i) => i % 2 !== half).map(({ question, wanted }) => ({ text: question, group: [...wanted] })),
    };
    const unseen = { ...cmrc!, questions: cmrc!.questions.filter(({ group }) => !String(group).startsWith('TRIAL')) };
    const found = [];
    for (const set of [cduestc!, stard, unseen]) {
      const scored = await score(set, (texts) => session.embed(texts));
      for (const [way, combine] of Object.entries(WAYS)) found.push({ set: set.name, way, values: measure(set, scored.map(combine)) });
    }
    await session.close();
    return found;
  } finally {
    if (option('keep') === undefined) await rm(folder, { recursive: true, force: true });
    else console.log(`half ${half}: ${folder}`);
  }
}

function stardPairs(questions: { question: string; wanted: Set<string> }[], passages: { id: string; text: string }[]): PairRow[] {
  const byId = new Map(passages.map(({ id, text }) => [id, Array.from(text.replace('\n', ' ')).slice(0, ARTICLE).join('')]));
  return questions.flatMap(({ question, wanted }) => [...wanted].flatMap((id) => (byId.has(id) ? [{ query: question, positive: byId.get(id)! }] : [])));
}
