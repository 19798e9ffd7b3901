import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SampleFile } from '../../server/src/sample/sample-file.js';

const main = join(import.meta.dirname, '..', '..', 'server', 'dist', 'main.js');
/** A first start seeds the sample hall and trains its model. */
const readyLimitMs = 120_000;

export type Victim = 'node' | 'postgres' | 'both';

/** The built product in a process and a home of its own, to be killed. */
export class ServerProcess {
  private killedPostmaster = 0;
  readonly home = mkdtempSync(join(tmpdir(), 'banshi-faults-'));
  private child: ChildProcess | null = null;
  private output = '';
  private port = 0;

  /** `python` is what BANSHI_PYTHON names; without it trainings with Python cannot run. */
  constructor(private readonly python?: string) {
    // PostgreSQL runs as another user when we are root.
    chmodSync(this.home, 0o755);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get sample(): SampleFile {
    return JSON.parse(readFileSync(join(this.home, 'sample-hall.json'), 'utf8')) as SampleFile;
  }

  /** Milliseconds until it was ready. */
  async start(): Promise<number> {
    const begin = Date.now();
    this.port ||= await freePort();
    const env = { ...process.env, PORT: String(this.port), BANSHI_HOME: this.home, LOG_LEVEL: 'warn', NODE_ENV: 'production', DATABASE_URL: '', ...(this.python && { BANSHI_PYTHON: this.python }) };
    this.child = spawn(process.execPath, ['--enable-source-maps', main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-20_000)));
    await this.ready();
    return Date.now() - begin;
  }

  /** Waits until the product can be used; throws with its last words when it ends instead. */
  async ready(): Promise<void> {
    for (const end = Date.now() + readyLimitMs; Date.now() < end; await sleep(100)) {
      if (this.hasEnded) throw new Error(`the server ended:\n${this.output}`);
      const response = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
      if (response?.status === 200) return;
    }
    throw new Error(`not ready within ${readyLimitMs} ms:\n${this.output}`);
  }

  /** Waits until another PostgreSQL runs than the one that was killed; its last backends may still answer until then. */
  async postgresRestarted(): Promise<void> {
    for (const end = Date.now() + readyLimitMs; Date.now() < end; await sleep(50)) {
      try {
        if (this.postmasterPid() !== this.killedPostmaster) return await this.ready();
      } catch {
        // Between two lives the file is missing or half-written.
      }
    }
    throw new Error(`PostgreSQL was not restarted within ${readyLimitMs} ms:\n${this.output}`);
  }

  get hasEnded(): boolean {
    return this.child === null || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** SIGKILL: no handler runs, no buffer is flushed. */
  async kill(victim: Victim): Promise<void> {
    const postmaster = this.postmasterPid();
    this.killedPostmaster = postmaster;
    if (victim !== 'node') process.kill(postmaster, 'SIGKILL');
    if (victim !== 'postgres') await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    if (!this.hasEnded) await this.end('SIGTERM');
    rmSync(this.home, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const ended = once(this.child!, 'exit');
    this.child!.kill(signal);
    await ended;
  }

  private postmasterPid(): number {
    const { dataFolder } = JSON.parse(readFileSync(join(this.home, 'postgres.json'), 'utf8')) as { dataFolder: string };
    return Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
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
