// `npm test [-- filters]`: sets up what the suites need, runs them once, and ends with
// `N passed, N failed[, N skipped]` as the very last line.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBuild } from './lib/build.mjs';
import { ensureChromium, findChromium } from './lib/chromium.mjs';
import { checkNode, ensurePackages } from './lib/install.mjs';
import { ensureTrainerPython, findTrainerPython } from './lib/trainer-python.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';

const filters = process.argv.slice(2);
const closingFile = inRoot('tests', 'output', 'closing-line.txt');

// The line must come last even when the set-up fails or Vitest is killed.
process.on('exit', (code) => console.log(closingLine(code)));
process.exitCode = await test();

async function test() {
  rmSync(closingFile, { force: true });
  mkdirSync(inRoot('tests', 'output'), { recursive: true });
  checkNode();
  await ensurePackages();
  if (wants('tests/e2e', 'tests/faults')) {
    ensureChromium();
    await ensureBuild();
  }
  if (process.env.CI === 'true' && wants('tests/trainer')) await ensureTrainerPython();
  const env = { BANSHI_CLOSING_FILE: closingFile, BANSHI_CHROMIUM: findChromium() ?? '', BANSHI_TRAINER_PYTHON: findTrainerPython() ?? '' };
  return runNode([inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...filters], { env });
}

/** Whether the run may reach these folders; unit suites alone should not wait for a browser or a build. */
function wants(...folders) {
  const paths = filters.filter((filter) => !filter.startsWith('-'));
  return paths.length === 0 || paths.some((path) => folders.some((folder) => folder.includes(path) || path.includes(folder)));
}

function closingLine(code) {
  const line = existsSync(closingFile) ? readFileSync(closingFile, 'utf8').trim() : '0 passed, 1 failed';
  // A run that failed without a failing test (killed, or an error outside any test) must not read as a success.
  return code === 0 ? line : line.replace(/\b0 failed/, '1 failed');
}
