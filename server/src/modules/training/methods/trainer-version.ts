import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { trainerFolder } from '../python/python-environment.service.js';

/** Version of the Python trainer, as its package says. */
export async function trainerVersion(): Promise<string> {
  const text = await readFile(join(trainerFolder(), 'banshi_trainer', '__init__.py'), 'utf8').catch(() => '');
  return text.match(/^__version__\s*=\s*["']([^"']+)["']/m)?.[1] ?? '0';
}
