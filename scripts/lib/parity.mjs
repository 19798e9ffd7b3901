import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './console.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

const folder = inRoot('.banshi', 'trainer');
const requirements = inRoot('scripts', 'parity-requirements.txt');
const stampFile = join(folder, '.requirements');

/** The Python that the parity suites run; null when it is not set up. */
export function findParityPython() {
  return isCurrent() ? join(folder, 'bin', 'python') : null;
}

/**
 * Makes the Python environment in which plain onnxruntime is compared with ours.
 * @returns {Promise<boolean>} false, with the reason said, when this machine cannot have one
 */
export async function ensureParity() {
  if (isCurrent()) return true;
  if (spawnSync('python3', ['-c', 'import venv, ensurepip'], { stdio: 'ignore', timeout: 30_000 }).status !== 0) {
    return skip('没有可用的 python3 -m venv', 'python3 with venv is not available (on Debian: apt install python3-venv)');
  }
  say('正在准备 Python 对照环境', 'preparing the Python environment for the parity suites');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const options = { stdio: ['ignore', 2, 2] };
  if ((await run('python3', ['-m', 'venv', folder], options)) !== 0) return skip('python3 -m venv 失败', 'python3 -m venv failed');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary=:all:', '-r', requirements];
  if ((await run(join(folder, 'bin', 'python'), pip, options)) !== 0) return skip('pip 安装失败', 'pip install failed');
  writeFileSync(stampFile, wantedStamp());
  return true;
}

function skip(chinese, english) {
  say(`${chinese}，Python 对照测试将跳过`, `${english}: the Python parity suites are skipped`);
  return false;
}

function isCurrent() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();
}

function wantedStamp() {
  return createHash('sha256').update(readFileSync(requirements)).digest('hex');
}
