import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrainingInput } from '@banshi/head';

export const trainerFolder = join(import.meta.dirname, '..', '..', '..', 'models', 'trainer');

export interface Variant { variant: string | null; accuracy: number; macroF1: number; slotF1: number | null; bytes: number; latencyMs1: number; latencyMs8: number; difference?: number; refused?: string }

/** Trains `full` by the command that the server runs, and answers what it measured of each variant, and the seconds it took. */
export async function runFullJob(python: string, base: string, input: TrainingInput, seed: number, threads: number, hyper: Record<string, number | boolean>): Promise<{ variants: Variant[]; seconds: number }> {
  const rows = (part: 'train' | 'validation' | 'test'): object[] => input[part].map(({ text, intent, spans }) => ({ text, intent, spans }));
  const job = { task: input.slots.length > 0 ? 'joint' : 'intent', base, seed, hyper, labels: { intents: input.intents, slots: input.slots.map(({ key }) => key) } };
  const { folder, variants, seconds } = await runTrainerJob<Variant>(python, job, { train: rows('train'), validation: rows('validation'), test: rows('test') }, threads);
  await rm(folder, { recursive: true, force: true });
  return { variants, seconds };
}

/** Trains whatever a job asks for in a new folder, which the caller removes; its artifacts lie in it. */
export async function runTrainerJob<V>(python: string, job: object, parts: Record<string, object[]>, threads: number): Promise<{ folder: string; variants: V[]; seconds: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'banshi-full-'));
  try {
    await mkdir(join(folder, 'data'));
    for (const [part, rows] of Object.entries(parts)) await writeFile(join(folder, 'data', `${part}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const data = Object.fromEntries(Object.keys(parts).map((part) => [part, `data/${part}.jsonl`]));
    await writeFile(join(folder, 'job.json'), JSON.stringify({ schema: 1, threads, device: 'auto', distil: null, quantise: true, data, ...job }));
    const began = performance.now();
    const lines = (await runPython(python, ['-m', 'banshi_trainer', folder], threads)).split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { type: string; variants: V[] });
    return { folder, variants: lines.at(-1)!.variants, seconds: (performance.now() - began) / 1000 };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** What a program of the trainer's environment prints; rejects with its errors when it fails. */
export function runPython(python: string, args: string[], threads: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PYTHONPATH: trainerFolder, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1', OMP_NUM_THREADS: String(threads), OMP_WAIT_POLICY: 'PASSIVE', HF_HUB_OFFLINE: '1' };
    const child = spawn(python, args, { env });
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${args.join(' ')} ended with ${code}\n${output.slice(-2_000)}\n${errors.slice(-2_000)}`))));
  });
}
