import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeManifest } from '@banshi/artifact';
import { InferencePool, ModelSession, RetrievalSession } from '@banshi/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { howToRun, trainerPython } from './trainer-python.js';

const trainer = join(import.meta.dirname, '..', '..', 'models', 'trainer');
const hyper = { learningRate: 0.003, batchSize: 16, patience: 0, dropout: 0, shape: { layers: 1, hidden: 64, heads: 2, intermediate: 128 } };
const meta = { method: 'full', snapshotHash: '0'.repeat(64), baseModelHash: null, seed: 1, hyper: {}, trainer: { name: 'banshi_trainer', version: 'test' } };

const topics = [['没工作了', '失业保险金按月发放'], ['搬家', '户口迁移登记'], ['看病花钱', '医疗费用报销'], ['生娃', '出生医学证明'], ['结婚', '婚姻登记处'], ['养老', '退休待遇核定']] as const;
const pairs = (count: number, from: number) => Array.from({ length: count }, (_, i) => ({ query: `${topics[i % 6]![0]}${['怎么办', '找谁'][i % 2]}${from + i}`, positive: `${topics[i % 6]![1]}。` }));

/** Three facts, one of which may be left out; numbers are two digits. */
const facts = [['时限', '日'], ['费用', '元'], ['窗口', '号']] as const;
const questions = (count: number, from: number) =>
  Array.from({ length: count }, (_, i) => {
    const asked = facts[i % 3]!;
    const isAnswered = i % 4 !== 0;
    const told = facts.filter((fact) => isAnswered || fact !== asked).map(([name, unit], at) => `😀${name}是${10 + ((from + 7 * i + 31 * at) % 89)}${unit}。`);
    const context = (i % 2 ? told : told.reverse()).join('');
    const start = Array.from(context.slice(0, context.indexOf(asked[0]))).length + 3;
    return { question: `${asked[0]}多少`, context, answers: isAnswered ? [{ start, end: start + 3 }] : [] };
  });

async function trained(work: string, task: string, parts: Record<string, object[]>, epochs: number, maxLength: number): Promise<string> {
  const job = join(work, task);
  await mkdir(join(job, 'data'), { recursive: true });
  for (const [part, rows] of Object.entries(parts)) await writeFile(join(job, 'data', `${part}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  await writeFile(join(job, 'job.json'), JSON.stringify({ schema: 1, task, base: null, data: Object.fromEntries(Object.keys(parts).map((part) => [part, `data/${part}.jsonl`])), hyper: { ...hyper, epochs, maxLength }, seed: 1, threads: 1, device: 'cpu' }));
  execFileSync(trainerPython!, ['-m', 'banshi_trainer', job], { env: { ...process.env, PYTHONPATH: trainer, PYTHONDONTWRITEBYTECODE: '1', OMP_NUM_THREADS: '1' }, stdio: ['ignore', 'ignore', 'pipe'] });
  await writeManifest(join(job, 'artifact'), meta);
  return join(job, 'artifact');
}

const metricsOf = async <T>(dir: string): Promise<T> => JSON.parse(await readFile(join(dir, 'metrics.json'), 'utf8')) as T;

describe.skipIf(!trainerPython)(`models of the tasks retrieval and extractive are served${trainerPython ? '' : ` (${howToRun})`}`, () => {
  let work: string;
  beforeAll(async () => void (work = await mkdtemp(join(tmpdir(), 'banshi-served-'))));
  afterAll(() => rm(work, { recursive: true, force: true }));

  it('vectors find the passages, as the trainer measured', async () => {
    const test = pairs(18, 500);
    const dir = await trained(work, 'retrieval', { train: pairs(96, 0), validation: pairs(18, 300), test }, 6, 32);
    const { vectors } = await metricsOf<{ vectors: { recall1: number } }>(dir);
    const session = await RetrievalSession.open(dir);
    const passages = topics.map(([, written]) => `${written}。`);
    const stored = await session.embed(passages);
    const asked = await session.embed(test.map(({ query }) => query));
    await session.close();
    const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
    expect(dot(asked[0]!, asked[0]!)).toBeCloseTo(1, 4);
    const hits = test.filter(({ positive }, q) => stored.every((vector, p) => passages[p] === positive || dot(vector, asked[q]!) < dot(stored[passages.indexOf(positive)]!, asked[q]!)));
    expect(hits.length / test.length).toBeCloseTo(vectors.recall1, 6);
    expect(vectors.recall1).toBeGreaterThan(0.9);
    await expect(ModelSession.open(dir)).rejects.toMatchObject({ code: 'artifact-invalid', message: expect.stringContaining('made for retrieval') as string });
  });

  it('answers are found in long texts too, or said to be missing, as the trainer measured', async () => {
    const test = questions(60, 5);
    const dir = await trained(work, 'extractive', { train: questions(240, 0), validation: questions(60, 3), test }, 12, 24);
    const { spans, atThreshold } = await metricsOf<{ spans: { exactMatch: number }; atThreshold: { answered: number; falselyAnswered: number } }>(dir);
    const pool = new InferencePool();
    try {
      const { modelHash } = await pool.load(dir);
      const given = await pool.answer(modelHash, test);
      const [answerable, others] = [true, false].map((wanted) => test.flatMap((row, i) => ((row.answers.length > 0) === wanted ? [{ row, answer: given[i]! }] : []))) as [{ row: (typeof test)[number]; answer: NonNullable<(typeof given)[number]> }[], { answer: NonNullable<(typeof given)[number]> }[]];
      const share = <T>(all: readonly T[], test_: (one: T) => boolean): number => all.filter(test_).length / all.length;
      const isExact = ({ row, answer }: (typeof answerable)[number]): boolean => answer.text === Array.from(row.context).slice(row.answers[0]!.start, row.answers[0]!.end).join('');
      expect(share(answerable, isExact)).toBeCloseTo(spans.exactMatch, 6);
      expect(share(answerable, ({ answer }) => answer.isAnswered)).toBeCloseTo(atThreshold.answered, 6);
      expect(share(others, ({ answer }) => answer.isAnswered)).toBeCloseTo(atThreshold.falselyAnswered, 6);
      expect(spans.exactMatch).toBeGreaterThan(0.9);
      expect(given.every((answer) => answer!.isAnswered === answer!.confidence >= 0.5)).toBe(true);
      await expect(pool.interpret(modelHash, ['时限'])).rejects.toMatchObject({ code: 'wrong-task' });
      await expect(pool.answer(modelHash, [{ question: '时限', context: ' ' }])).rejects.toMatchObject({ code: 'empty-text' });
    } finally {
      await pool.close();
    }
  });
});
