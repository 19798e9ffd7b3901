import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const startMs = 90_000;

/** A free port of 127.0.0.1. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** A real Ray cluster of one node, in a process group of its own. */
export class RayCluster {
  readonly token = 'test-token-0123456789abcdef0123456789abcdef';
  private child: ChildProcess | null = null;
  private readonly folder = mkdtempSync(join(tmpdir(), 'ray-'));
  private starts = 0;

  private constructor(
    /** Folder of the `ray` program. */
    private readonly bin: string,
    private readonly port: number,
    private readonly dashboard: number,
  ) {}

  static async create(bin: string): Promise<RayCluster> {
    return new RayCluster(bin, await freePort(), await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.dashboard}`;
  }

  /** Starts it and waits until it takes jobs; started again, it remembers nothing. */
  async start(): Promise<void> {
    this.starts += 1;
    const args = ['start', '--head', '--block', '--node-ip-address', '127.0.0.2', '--port', String(this.port), '--dashboard-host', '127.0.0.1', '--dashboard-port', String(this.dashboard), '--disable-usage-stats', '--num-cpus', '2', '--object-store-memory', '100000000', '--temp-dir', join(this.folder, String(this.starts))];
    const env = { PATH: `${this.bin}:${process.env['PATH']}`, HOME: this.folder, RAY_AUTH_MODE: 'token', RAY_AUTH_TOKEN: this.token, OMP_NUM_THREADS: '1' };
    this.child = spawn(join(this.bin, 'ray'), args, { detached: true, stdio: 'ignore', env });
    for (const end = Date.now() + startMs; Date.now() < end; await sleep(500)) {
      const answer = await fetch(`${this.url}/api/jobs/`, { headers: { authorization: `Bearer ${this.token}` } }).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error('Ray did not start');
  }

  /** Kills every process of it at once. */
  async kill(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child?.pid === undefined) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    // Workers of jobs have groups of their own; they end once they miss their head.
    await sleep(1_000);
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** As another client of the cluster would. */
  async request(method: string, path: string): Promise<Response> {
    return fetch(this.url + path, { method, headers: { authorization: `Bearer ${this.token}` } });
  }
}
