import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrainingInput } from '@banshi/head';

export const trainerFolder = join(import.meta.dirname, '..', '..', '..', 'models', 'trainer');

export interface Variant { variant: string | null; accuracy: number; macroF1: number; slotF1: number | null; bytes: number; latencyMs1: number; latencyMs8: number; difference?: number; refused?: string }

/** Trains `full` by the command that the server runs, and answers what it measured of each variant, and the seconds it took. */
export async function runFullJob(python: string, base: string, input: TrainingInput, seed: number, threads: number, hyper: Record<string, number>): Promise<{ variants: Variant[]; seconds: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'banshi-full-'));
  try {
    const parts = ['train', 'validation', 'test'] as const;
    await mkdir(join(folder, 'data'));
    for (const part of parts) await writeFile(join(folder, 'data', `${part}.jsonl`), input[part].map(({ text, intent, spans }) => `${JSON.stringify({ text, intent, spans })}\n`).join(''));
    const job = {
      schema: 1, task: input.slots.length > 0 ? 'joint' : 'intent', base, seed, threads, device: 'auto', distil: null, quantise: true, hyper,
      data: Object.fromEntries(parts.map((part) => [part, `data/${part}.jsonl`])),
      labels: { intents: input.intents, slots: input.slots.map(({ key }) => key) },
    };
    await writeFile(join(folder, 'job.json'), JSON.stringify(job));
    const began = performance.now();
    const lines = (await runPython(python, ['-m', 'banshi_trainer', folder], threads)).split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as { type: string; variants: Variant[] });
    return { variants: lines.at(-1)!.variants, seconds: (performance.now() - began) / 1000 };
  } finally {
    await rm(folder, { recursive: true, force: true });
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
