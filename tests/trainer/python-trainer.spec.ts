import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { howToRun, trainerPython } from './trainer-python.js';

const root = join(import.meta.dirname, '..', '..');
const suites = ['models/trainer', 'models/encoder/recipe'].flatMap((folder) =>
  readdirSync(join(root, folder, 'tests'))
    .filter((name) => /^test_.*\.py$/.test(name))
    .map((name) => ({ folder, name })),
);

/** Runs pytest on one file; answers its exit code and what it said. */
function pytest(python: string, folder: string, name: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(python, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', join('tests', name)], { cwd: join(root, folder), env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', OMP_NUM_THREADS: '1' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => resolve({ code, output: output.slice(-6_000) }));
  });
}

for (const { folder, name } of suites) {
  if (!trainerPython) {
    it.skip(`${folder}/tests/${name} (${howToRun})`, () => undefined);
    continue;
  }
  it(`${folder}/tests/${name}`, async () => {
    const { code, output } = await pytest(trainerPython!, folder, name);
    expect(code, output).toBe(0);
  });
}
