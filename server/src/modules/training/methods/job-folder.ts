import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Example, TrainingInput } from '@banshi/head';
import type { TrainingDevice } from '../executors/training-executor.js';
import type { Hyper } from './hyper-field.js';

export interface TrainerJob {
  input: TrainingInput;
  hyper: Hyper;
  seed: number;
  /** Folder of the base model; null to begin from nothing. */
  base: string | null;
  /** Folder of the encoder whose shape the student takes; null for no student. */
  student: string | null;
  quantise: boolean;
  threads: number;
  device: TrainingDevice;
}

/** Of a model that begins from nothing: small enough to learn from few texts. */
const freshShape = { layers: 2, hidden: 128, heads: 2, intermediate: 512 };
const parts = ['train', 'validation', 'test'] as const;

/** Writes `job.json` and its data, the data first: a folder with a `job.json` is complete. */
export async function writeJobFolder(dir: string, { input, hyper, seed, base, student, quantise, threads, device }: TrainerJob): Promise<void> {
  await mkdir(join(dir, 'data'), { recursive: true });
  for (const part of parts) await writeFile(join(dir, 'data', `${part}.jsonl`), input[part].map(row).join(''));
  const { task, ...rest } = hyper;
  const job = {
    schema: 1,
    task,
    base,
    data: Object.fromEntries(parts.map((part) => [part, `data/${part}.jsonl`])),
    labels: { intents: input.intents.map(({ key, outOfScope }) => ({ key, outOfScope })), slots: input.slots.map(({ key }) => key) },
    hyper: base === null ? { ...rest, shape: freshShape } : rest,
    seed,
    threads,
    device,
    distil: student === null ? null : { base: student },
    quantise,
  };
  await writeFile(join(dir, 'job.json.part'), `${JSON.stringify(job, null, 2)}\n`);
  await rename(join(dir, 'job.json.part'), join(dir, 'job.json'));
}

const row = ({ text, intent, spans }: Example): string => `${JSON.stringify({ text, intent, spans: spans.map(({ start, end, slot }) => ({ start, end, slot })) })}\n`;
