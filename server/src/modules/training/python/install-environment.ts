import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { bytesText, freeSpace } from '../../../platform/files/free-space.js';
import { type CommandEnd, runCommand } from '../../../platform/files/run-command.js';
import { OperationCancelled } from '../../../platform/jobs/operation-run.js';
import { trainingErrors as E } from '../training.errors.js';
import { findPython, minPython } from './find-python.js';

/** PyTorch from PyPI brings its CUDA libraries: 2.6 GB to fetch, 4.9 GB installed. */
export const neededBytes = 8_000_000_000;

export interface Installation {
  /** Where the environment lies. Made anew or completed. */
  dir: string;
  /** Where pip keeps what it fetched, so that a second try fetches only the rest. */
  cache: string;
  requirements: string;
  /** Bytes that must be free. */
  needed: number;
  signal: AbortSignal;
  report(share: number | null, step: string): void;
  log(line: string): void;
}

/** The first Python that can make an environment. Throws PYTHON_MISSING or PYTHON_WITHOUT_VENV. */
export async function usablePython(): Promise<string> {
  const python = await findPython();
  if (!python) throw new DomainError(E.PYTHON_MISSING, { params: { needed: minPython.join('.') } });
  if (!python.hasVenv) throw new DomainError(E.PYTHON_WITHOUT_VENV, { params: { python: python.program } });
  return python.program;
}

/** Makes the environment of pinned, hashed requirements. What an earlier try did is kept. */
export async function installEnvironment({ dir, cache, requirements, needed, signal, report, log }: Installation): Promise<void> {
  const program = await usablePython();
  const free = await freeSpace(join(dir, '..'));
  if (free < needed) throw new DomainError(E.PYTHON_DISK, { params: { needed: bytesText(needed), free: bytesText(free) } });
  const total = countRequirements(await readFile(requirements, 'utf8'));
  report(0, '准备 Python 环境');
  log(`python environment in ${dir} with ${program}`);
  check(await runCommand(program, ['-m', 'venv', dir], { signal, onLine: log }), signal, needed);
  let collected = 0;
  const end = await runCommand(
    join(dir, 'bin', 'python'),
    ['-m', 'pip', 'install', '--require-hashes', '--no-input', '--disable-pip-version-check', '--progress-bar', 'off', '--cache-dir', cache, '-r', requirements],
    {
      signal,
      env: { ...process.env, PYTHONNOUSERSITE: '1' },
      onLine: (line) => {
        log(line);
        if (/^(Collecting|Processing|Requirement already satisfied:) /.test(line)) collected += 1;
        // Unpacking several gigabytes takes about as long as fetching them.
        if (/^Installing collected packages/.test(line)) report(0.6, '安装程序库');
        else if (collected > 0) report(Math.min(0.6, (0.6 * collected) / Math.max(total, 1)), `下载程序库 ${Math.min(collected, total)} / ${total}`);
      },
    },
  );
  check(end, signal, needed);
}

/** Lines that name a package; the others are its hashes. */
const countRequirements = (text: string): number => text.split('\n').filter((line) => /^[A-Za-z0-9][\w.[\],-]*\s*==/.test(line)).length;

function check(end: CommandEnd, signal: AbortSignal, needed: number): void {
  if (end.code === 0) return;
  if (signal.aborted) throw new OperationCancelled();
  if (end.tail.some((line) => /No space left on device|Errno 28/.test(line))) throw new DomainError(E.PYTHON_DISK, { params: { needed: bytesText(needed), free: '0 B' } });
  const reason = [...end.tail].reverse().find((line) => /^(ERROR|Error)/.test(line)) ?? end.tail.at(-1) ?? `exit ${end.code ?? end.signal}`;
  throw new DomainError(E.PYTHON_INSTALL_FAILED, { params: { reason: reason.slice(0, 300) }, details: { output: end.tail } });
}
