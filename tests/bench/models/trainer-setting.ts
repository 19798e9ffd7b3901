import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { BenchContext, BenchSection } from './bench-section.js';

/** `--threads=1` where others need the machine too. */
export const threads = Number(option('threads') ?? Math.min(2, availableParallelism()));

export function option(name: string): string | undefined {
  return process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** The base is the one that `--base=FOLDER` names, else the encoder that ships. Null, with the reason in the notes, where nothing can be measured. */
export function trainerSetting(context: BenchContext, section: BenchSection): { python: string; base: string } | null {
  const python = process.env['BANSHI_TRAINER_PYTHON'] || null;
  const named = option('base');
  const base = named === undefined ? context.encoderDir : resolve(process.env['INIT_CWD'] ?? '.', named);
  if (python !== null && base !== null) return { python, base };
  section.notes.push(python === null ? 'Not measured: `npm run trainer:setup` first.' : 'Not measured: name a base by `--base=FOLDER`.');
  return null;
}
