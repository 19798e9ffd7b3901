import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { runCommand } from '../../../platform/files/run-command.js';
import { findPython } from './find-python.js';
import { type Installation, installEnvironment } from './install-environment.js';
import { probePython } from './probe-python.js';

const python = await findPython();
const folder = mkdtempSync(join(tmpdir(), 'banshi-python-'));
const requirements = join(folder, 'requirements.txt');
const steps: [number | null, string][] = [];
const lines: string[] = [];

/** A package of one line, so that pip has something to install without a network. */
async function wheel(): Promise<string> {
  const name = 'banshi_nothing-1.0-py3-none-any.whl';
  const zip = new yazl.ZipFile();
  const info = 'banshi_nothing-1.0.dist-info';
  zip.addBuffer(Buffer.from('answer = 42\n'), 'banshi_nothing.py');
  zip.addBuffer(Buffer.from('Metadata-Version: 2.1\nName: banshi-nothing\nVersion: 1.0\n'), `${info}/METADATA`);
  zip.addBuffer(Buffer.from('Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n'), `${info}/WHEEL`);
  zip.addBuffer(Buffer.from(`banshi_nothing.py,,\n${info}/METADATA,,\n${info}/WHEEL,,\n${info}/RECORD,,\n`), `${info}/RECORD`);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(join(folder, name)));
  return createHash('sha256').update(readFileSync(join(folder, name))).digest('hex');
}

const install = (options: Partial<Installation> = {}) =>
  installEnvironment({
    dir: join(folder, 'environment'),
    cache: join(folder, 'cache'),
    requirements,
    needed: 1_000_000,
    signal: new AbortController().signal,
    report: (share, step) => void steps.push([share, step]),
    log: (line) => void lines.push(line),
    ...options,
  });

let hash: string;
beforeAll(async () => {
  process.env['PIP_NO_INDEX'] = '1';
  process.env['PIP_FIND_LINKS'] = folder;
  hash = await wheel();
});
afterAll(() => {
  delete process.env['PIP_NO_INDEX'];
  delete process.env['PIP_FIND_LINKS'];
  rmSync(folder, { recursive: true, force: true });
});

describe('finding Python', () => {
  it('passes over programs that are none, and says so where there is none at all', async () => {
    expect(await findPython(['no-such-python', 'true', 'node'])).toBeNull();
  });

  it('names what an interpreter lacks, and one that cannot be run', async () => {
    expect(await probePython('/no/such/python')).toMatchObject({ problem: 'cannot-run' });
    expect(await probePython('false')).toMatchObject({ problem: 'incomplete' });
  });
});

describe.skipIf(!python?.hasVenv)('making the environment (needs python3 with venv)', () => {
  it('refuses a package whose hash is another, and keeps what was made for the next try', async () => {
    writeFileSync(requirements, `banshi-nothing==1.0 \\\n    --hash=sha256:${'0'.repeat(64)}\n`);
    await expect(install()).rejects.toMatchObject({ code: 'PYTHON_INSTALL_FAILED' });
    expect(existsSync(join(folder, 'environment', 'bin', 'python'))).toBe(true);
  }, 120_000);

  it('installs the pinned packages and tells how far it is', async () => {
    writeFileSync(requirements, `# pinned\nbanshi-nothing==1.0 \\\n    --hash=sha256:${hash}\n`);
    await install();
    expect((await runCommand(join(folder, 'environment', 'bin', 'python'), ['-c', 'import banshi_nothing; print(banshi_nothing.answer)'])).tail).toEqual(['42']);
    expect(steps.some(([, step]) => step === '下载程序库 1 / 1')).toBe(true);
    expect(lines.some((line) => line.includes('Successfully installed'))).toBe(true);
  }, 120_000);

  it('says how much room it needs before it starts', async () => {
    await expect(install({ needed: 2 ** 60 })).rejects.toMatchObject({ code: 'PYTHON_DISK' });
  });

  it('ends at once when it is cancelled', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 200);
    const started = Date.now();
    await expect(install({ dir: join(folder, 'other'), signal: controller.signal })).rejects.toMatchObject({ name: 'Error' });
    expect(Date.now() - started).toBeLessThan(5_000);
  }, 30_000);
});
