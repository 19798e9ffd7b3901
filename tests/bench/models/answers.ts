import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AnswerSession } from '@banshi/runtime';
import type { Answer } from '@banshi/runtime';
import { readAnswerHalves } from './answer-rows.js';
import type { AnswerRow } from './answer-rows.js';
import type { BenchContext, BenchSection } from './bench-section.js';
import { meanOf } from './bench-section.js';
import { runTrainerJob } from './full-job.js';
import { option, threads, trainerSetting } from './trainer-setting.js';

const HYPER = { epochs: 4, learningRate: 2e-4, patience: 0, maxLength: 144, batchSize: 32 };
const FALSE_ANSWERS = 0.05;
const DEMANDED = { sentence: 0.8, auroc: 0.975, answered: 0.85 };
/** Questions that are answered at once. */
const BATCH = 64;

interface Figures { exact: number; sentence: number; auroc: number; answered: number }

/** The base trained on the questions of one half of the passages, measured on the other half. `--half=0` takes one of both halves. */
export async function measureAnswers(context: BenchContext): Promise<BenchSection> {
  const section: BenchSection = {
    title: 'Answers marked in passages',
    head: ['Set', 'Base', 'Exact', 'Answer’s sentence', 'No answer, AUROC', 'Answered at 5 % false'],
    rows: [],
    notes: ['Task `extractive` of the trainer, INT8; CMRC 2018, trained on one half of the passages, measured on the other. A question without an answer is given the passage that shares the most words with it, its own left out.'],
    misses: [],
  };
  const found = trainerSetting(context, section);
  if (found === null) return section;
  const halves = option('half') === undefined ? [0, 1] : [Number(option('half'))];
  const runs: Figures[] = [];
  for (const half of halves) runs.push(await measureHalf(context.dataDir, found, half));
  const mean = (name: keyof Figures): number => meanOf(runs.map((run) => run[name]));
  section.rows.push(['cmrc2018', basename(found.base), ...(['exact', 'sentence', 'auroc', 'answered'] as const).map((name) => mean(name).toFixed(4))]);
  for (const [name, least] of Object.entries(DEMANDED)) if (mean(name as keyof Figures) < least) section.misses.push(`cmrc2018: ${name} ${mean(name as keyof Figures).toFixed(4)} instead of ${least}`);
  return section;
}

async function measureHalf(dataDir: string, { python, base }: { python: string; base: string }, half: number): Promise<Figures> {
  const { fitted, validation, held } = await readAnswerHalves(dataDir, half);
  const { folder } = await runTrainerJob(python, { task: 'extractive', base, seed: 1, hyper: HYPER }, { train: fitted, validation, test: [] }, threads);
  try {
    return await figuresOf(join(folder, 'artifact-int8'), held);
  } finally {
    if (option('keep') === undefined) await rm(folder, { recursive: true, force: true });
    else console.log(`half ${half}: ${folder}`);
  }
}

export async function figuresOf(dir: string, rows: readonly AnswerRow[]): Promise<Figures> {
  const session = await AnswerSession.openUnsealed(dir);
  const given: Answer[] = [];
  // No passage is without a single token.
  for (let at = 0; at < rows.length; at += BATCH) given.push(...((await session.answer(rows.slice(at, at + BATCH))) as Answer[]));
  await session.close();
  const known = rows.flatMap((row, i) => (row.answers.length > 0 ? [{ row, answer: given[i]! }] : []));
  const unknown = rows.flatMap((row, i) => (row.answers.length === 0 ? [given[i]!.score] : [])).sort((a, b) => b - a);
  const share = (test: (one: (typeof known)[number]) => boolean): number => known.filter(test).length / known.length;
  const threshold = unknown[Math.floor(FALSE_ANSWERS * unknown.length)]!;
  return {
    exact: share(({ row, answer }) => row.answers.some(({ start, end }) => start === answer.start && end === answer.end)),
    sentence: share(({ row, answer }) => row.answers.some(({ start }) => sentenceAt(row.context, start) === sentenceAt(row.context, answer.start))),
    auroc: meanOf(known.map(({ answer }) => meanOf(unknown.map((score) => (answer.score > score ? 1 : answer.score === score ? 0.5 : 0))))),
    answered: share(({ answer }) => answer.score > threshold),
  };
}

/** How many sentences end before a code point. */
function sentenceAt(context: string, at: number): number {
  return Array.from(context).slice(0, at).filter((character) => '。！？!?；;\n'.includes(character)).length;
}
