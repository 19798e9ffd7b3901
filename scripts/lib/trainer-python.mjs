import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './console.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

const requirements = inRoot('models', 'trainer', 'requirements.txt');
const testRequirements = inRoot('models', 'trainer', 'requirements-test.txt');
const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);

/** Where the server makes its own on first use; what one has made the other takes. */
const folder = () => inRoot('.banshi', 'python', hashOf(requirements));
const markerName = 'banshi-ready';
const python = () => join(folder(), 'bin', 'python');
/** The server needs no pytest, so an environment that it made lacks it. */
const testMarker = () => join(folder(), `tests-${hashOf(testRequirements)}`);

/** The Python of the trainer and its suite: the one that BANSHI_PYTHON names, or the one that was set up; null without. */
export function findTrainerPython() {
  if (process.env.BANSHI_PYTHON) return process.env.BANSHI_PYTHON;
  return existsSync(testMarker()) ? python() : null;
}

/**
 * Makes the Python environment of the trainer: 2.6 GB to fetch, 4.9 GB on disk.
 * @returns {Promise<boolean>} false, with the reason said, when this machine cannot have one
 */
export async function ensureTrainerPython() {
  if (findTrainerPython()) return true;
  if (spawnSync('python3', ['-c', 'import venv, ensurepip'], { stdio: 'ignore', timeout: 30_000 }).status !== 0) {
    return skip('没有可用的 python3 -m venv', 'python3 with venv is not available (on Debian: apt install python3-venv)');
  }
  say('正在准备训练器的 Python 环境（下载约 2.6 GB）', 'preparing the Python environment of the trainer (about 2.6 GB to fetch)');
  const options = { stdio: ['ignore', 2, 2] };
  if (!existsSync(join(folder(), markerName))) {
    mkdirSync(folder(), { recursive: true });
    if ((await run('python3', ['-m', 'venv', folder()], options)) !== 0) return skip('python3 -m venv 失败', 'python3 -m venv failed');
    if (!(await install(['--require-hashes', '-r', requirements], options))) return false;
    writeFileSync(join(folder(), markerName), '');
  }
  if (!(await install(['-r', testRequirements], options))) return false;
  writeFileSync(testMarker(), '');
  return true;
}

async function install(what, options) {
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary=:all:', ...what];
  return (await run(python(), pip, options)) === 0 || skip('pip 安装失败', 'pip install failed');
}

function skip(chinese, english) {
  say(`${chinese}，训练器的测试将跳过`, `${english}: the suite of the trainer is skipped`);
  return false;
}
