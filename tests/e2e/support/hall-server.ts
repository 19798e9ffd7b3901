import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SampleFile } from '../../../server/src/sample/sample-file.js';

const main = join(import.meta.dirname, '..', '..', '..', 'server', 'dist', 'main.js');
/** A first start seeds the sample hall and trains its model, on a machine that does other things too. */
const readyLimitMs = 150_000;

/** The built product as a process, over a database and a home folder that it alone uses. */
export class HallServer {
  private readonly home = mkdtempSync(join(tmpdir(), 'banshi-e2e-'));
  private child: ChildProcess | null = null;
  private output = '';
  private port = 0;

  constructor(private readonly databaseUrl: string, contents: string | null = null) {
    if (contents) cpSync(contents, this.home, { recursive: true });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get sample(): SampleFile {
    return JSON.parse(readFileSync(join(this.home, 'sample-hall.json'), 'utf8')) as SampleFile;
  }

  /** Starts it, again on the same port where it ran before, and waits until it is ready. */
  async start(): Promise<void> {
    this.port ||= await freePort();
    const env = { ...process.env, PORT: String(this.port), BANSHI_HOME: this.home, DATABASE_URL: this.databaseUrl, LOG_LEVEL: 'warn', NODE_ENV: 'production', ...(process.env['BANSHI_TRAINER_PYTHON'] && { BANSHI_PYTHON: process.env['BANSHI_TRAINER_PYTHON'] }) };
    this.child = spawn(process.execPath, ['--enable-source-maps', main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-20_000)));
    for (const end = Date.now() + readyLimitMs; Date.now() < end; await sleep(100)) {
      if (this.hasEnded) throw new Error(`the server ended:\n${this.output}`);
      const response = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
      if (response?.status === 200) return;
    }
    throw new Error(`not ready within ${readyLimitMs} ms:\n${this.output}`);
  }

  /** Ends the process and keeps its database and home. */
  async end(): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child!, 'exit');
    this.child!.kill('SIGTERM');
    await ended;
  }

  keepHomeAs(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
    cpSync(this.home, folder, { recursive: true });
  }

  async remove(): Promise<void> {
    await this.end();
    rmSync(this.home, { recursive: true, force: true });
  }

  private get hasEnded(): boolean {
    return this.child === null || this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
