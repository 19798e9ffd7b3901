import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedEncoderFolder } from '@banshi/encoder';
import { trainHead } from '@banshi/head';
import type { Example, TrainHeadOptions, TrainingInput } from '@banshi/head';
import { ModelSession } from '@banshi/runtime';

/** Some turns of the second set carry no dialogue act; their label is the empty string there. */
const NO_ACT = 'none';

interface Row { text: string; intent: string; entities?: { start: number; end: number; label: string }[] }

/** What one set gave, beside the floor that a character TF-IDF baseline reaches on it. */
export interface IntentSetFigures {
  set: string;
  accuracy: number;
  macroF1: number;
  slotF1: number | null;
  ece: number;
  floor: { accuracy: number; macroF1: number };
  beatsFloor: boolean;
  trainSeconds: number;
  /** The same in seconds of processor, which a busy machine changes less. */
  trainCpuSeconds: number;
  artifactMegabytes: number;
  /** Milliseconds for one text alone, tokenizing and reading the outputs included. */
  interpretMs: { p50: number; p95: number; cpu: number };
}

export interface IntentSet { name: string; input: TrainingInput; floor: { accuracy: number; macroF1: number } }

/** The official parts of both sets. Without an official development part every seventh training text takes its place. */
export async function readIntentSets(dataDir: string): Promise<IntentSet[]> {
  const smp = await Promise.all(['train', 'dev', 'test'].map((part) => readRows(join(dataDir, 'smp2017_ecdt', `${part}.jsonl`))));
  const [turns, turnsTest] = await Promise.all(['train', 'test'].map((part) => readRows(join(dataDir, 'crosswoz_user_turns', `${part}.jsonl`))));
  return [
    { name: 'smp2017_ecdt', input: toInput(smp[0]!, smp[1]!, smp[2]!), floor: { accuracy: 0.9085, macroF1: 0.9215 } },
    { name: 'crosswoz_user_turns', input: toInput(turns!.filter((_, i) => i % 7 !== 0), turns!.filter((_, i) => i % 7 === 0), turnsTest!), floor: { accuracy: 0.827, macroF1: 0.581 } },
  ];
}

/** Trains `head` on the training parts, with the encoder that ships where it is there, and measures it on the test parts. */
export async function measureIntentSets(dataDir: string, seed = 1): Promise<IntentSetFigures[]> {
  const encoder = existsSync(shippedEncoderFolder()) ? { encoder: { dir: shippedEncoderFolder() } } : {};
  const figures: IntentSetFigures[] = [];
  for (const set of await readIntentSets(dataDir)) figures.push(await measureHead(set, { seed, ...encoder }));
  return figures;
}

export async function measureHead({ name, input, floor }: IntentSet, options: TrainHeadOptions): Promise<IntentSetFigures> {
  const work = await mkdtemp(join(tmpdir(), 'banshi-intents-'));
  try {
    const before = process.cpuUsage();
    const { metrics, timings, bytes, dir } = await trainHead(input, join(work, 'model'), options);
    const trainCpuSeconds = cpuMsSince(before) / 1000;
    const { accuracy, macroF1, ece } = metrics.intent;
    return {
      set: name,
      accuracy,
      macroF1,
      slotF1: metrics.slots?.microF1 ?? null,
      ece,
      floor,
      beatsFloor: accuracy > floor.accuracy && macroF1 > floor.macroF1,
      trainSeconds: timings.total / 1000,
      trainCpuSeconds,
      artifactMegabytes: bytes / 1e6,
      interpretMs: await latency(dir, input.test.slice(0, 500).map(({ text }) => text)),
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function latency(dir: string, texts: string[]): Promise<IntentSetFigures['interpretMs']> {
  const session = await ModelSession.open(dir);
  for (const text of texts.slice(0, 20)) await session.interpret([text]);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const text of texts) {
    const start = performance.now();
    await session.interpret([text]);
    times.push(performance.now() - start);
  }
  const cpu = cpuMsSince(before) / texts.length;
  await session.close();
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(times.length * 0.5)]!, p95: times[Math.floor(times.length * 0.95)]!, cpu };
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function readRows(path: string): Promise<Row[]> {
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Row).map((row) => ({ ...row, intent: row.intent || NO_ACT }));
}

/** Overlapping entity annotations occur in the turns; of two that overlap the earlier, longer one is kept. */
function toInput(train: Row[], validation: Row[], test: Row[]): TrainingInput {
  let next = 0;
  const toExample = ({ text, intent, entities = [] }: Row): Example => {
    const spans: Example['spans'] = [];
    for (const { start, end, label } of [...entities].sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (start >= (spans[spans.length - 1]?.end ?? 0)) spans.push({ start, end, slot: label });
    }
    return { id: `row-${next++}`, text, intent, spans };
  };
  const all = [...train, ...validation, ...test];
  return {
    snapshotHash: '0'.repeat(64),
    intents: [...new Set(all.map(({ intent }) => intent))].sort().map((key) => ({ key, outOfScope: false })),
    slots: [...new Set(all.flatMap(({ entities = [] }) => entities.map(({ label }) => label)))].sort().map((key) => ({ key })),
    train: train.map(toExample),
    validation: validation.map(toExample),
    test: test.map(toExample),
  };
}
