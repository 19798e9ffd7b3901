import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findBinaries } from './binaries.js';
import { SUPERUSER, ensureCluster } from './cluster.js';
import { lockHome } from './home-lock.js';
import { EmbeddedPostgresError } from './postgres.errors.js';
import type { PostgresLog } from './postgres-log.js';
import { placePostgres, rememberPort, rememberedPort, superuserPassword, type Placement } from './placement.js';
import { databaseUrl, findFreePort, startPostmaster, type Postmaster, type PostmasterExit } from './postmaster.js';
import { clearEarlierRun, endProcess } from './processes.js';

export interface EmbeddedPostgresOptions {
  /** Folder of this installation (`BANSHI_HOME`); password, port, log and normally the data lie in it. */
  readonly home: string;
  readonly log: PostgresLog;
  /** Restart PostgreSQL, on the same port, when it ends without being told to. */
  readonly keepRunning?: boolean;
  /** Leave PostgreSQL running when this process exits without `stop()`: for a look at a test's database. */
  readonly outlive?: boolean;
  /** Server settings on top of the built-in ones. `fsync: 'off'` also makes the first start faster: for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** Of the database `banshi`; stays the same when PostgreSQL is restarted. */
  readonly url: string;
  readonly port: number;
  /** Of the current postmaster; null while there is none. */
  readonly pid: number | null;
  /** Calls back when PostgreSQL has ended without `stop()`. With `keepRunning` a restart is already under way. */
  onUnexpectedExit(callback: (exit: PostmasterExit) => void): void;
  /** Fast shutdown, harder after a time-out; settles when PostgreSQL is gone. May be called twice. */
  stop(): Promise<void>;
}

/** Name of the database of a home. */
export const DATABASE = 'banshi';
/** Another program may take the free port between our look and PostgreSQL's bind. */
const PORT_ATTEMPTS = 3;
const RESTART_DELAYS_MS = [100, 500, 1_000, 2_000, 5_000, 10_000] as const;

/**
 * Starts the PostgreSQL of a home folder: makes its data on the first start, ends what an earlier run left
 * behind, and watches it until `stop()`.
 * @throws EmbeddedPostgresError with one clear line for the operator
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.home, { recursive: true });
  const unlock = lockHome(join(options.home, 'postgres.lock'));
  try {
    const place = placePostgres(options.home, findBinaries(), options.log);
    const supervisor = new Supervisor(place, options, unlock);
    await supervisor.start();
    return supervisor;
  } catch (error) {
    unlock();
    throw error;
  }
}

class Supervisor implements EmbeddedPostgres {
  port = 0;
  private password = '';
  private postmaster: Postmaster | null = null;
  private stopping: Promise<void> | null = null;
  private restarting: Promise<void> = Promise.resolve();
  /** A process that exits without `stop()`, for instance on a fatal error, asks PostgreSQL to end without it. */
  private readonly onExit = (): void => {
    try {
      if (this.postmaster) process.kill(this.postmaster.pid, 'SIGINT');
    } catch {
      // It ended first.
    }
  };
  private readonly callbacks: Array<(exit: PostmasterExit) => void> = [];

  constructor(
    private readonly place: Placement,
    private readonly options: EmbeddedPostgresOptions,
    private readonly unlock: () => void,
  ) {}

  get url(): string {
    return databaseUrl(this.port, this.password, DATABASE);
  }

  get pid(): number | null {
    return this.postmaster?.pid ?? null;
  }

  onUnexpectedExit(callback: (exit: PostmasterExit) => void): void {
    this.callbacks.push(callback);
  }

  async start(): Promise<void> {
    const { place, options } = this;
    await ensureCluster(place, options.log, options.settings?.['fsync'] !== 'off');
    this.password = superuserPassword(place);
    await clearEarlierRun(realpathSync(place.dataFolder), options.log);
    for (let attempt = 1; this.postmaster === null; attempt += 1) {
      this.port = await findFreePort(attempt === 1 ? rememberedPort(place) : null);
      await this.launch().catch((error: unknown) => {
        if (attempt === PORT_ATTEMPTS || !String(error).includes('could not bind')) throw error;
      });
    }
    if (!options.outlive) process.on('exit', this.onExit);
    rememberPort(place, this.port);
    await ensureDatabase(databaseUrl(this.port, this.password, 'postgres')).catch(async (error: unknown) => {
      await this.stop();
      throw error;
    });
  }

  private async launch(): Promise<void> {
    const postmaster = await startPostmaster(this.place, this.port, this.password, this.options.settings ?? {});
    this.postmaster = postmaster;
    this.options.log.info(`PostgreSQL runs on 127.0.0.1:${this.port} (pid ${postmaster.pid})`);
    void postmaster.exit.then((exit) => this.ended(exit));
  }

  private ended(exit: PostmasterExit): void {
    this.postmaster = null;
    if (this.stopping) return;
    this.options.log.warn(`PostgreSQL ended unexpectedly (${exit.signal ?? `exit code ${exit.code}`})`);
    if (this.options.keepRunning) this.restarting = this.restart();
    for (const callback of this.callbacks) callback(exit);
  }

  /** Tries until it runs or `stop()` is called: the server can do nothing useful without its database. */
  private async restart(): Promise<void> {
    for (let attempt = 0; this.stopping === null; attempt += 1) {
      await sleep(RESTART_DELAYS_MS[Math.min(attempt, RESTART_DELAYS_MS.length - 1)]);
      if (this.stopping) return;
      try {
        await clearEarlierRun(realpathSync(this.place.dataFolder), this.options.log);
        await this.launch();
        return;
      } catch (error) {
        this.options.log.warn(error instanceof EmbeddedPostgresError ? error.message : String(error));
      }
    }
  }

  stop(): Promise<void> {
    this.stopping ??= this.shutDown();
    return this.stopping;
  }

  private async shutDown(): Promise<void> {
    // `stopping` is set only after this function has yielded once.
    await Promise.resolve();
    await this.restarting;
    if (this.postmaster) await endProcess(this.postmaster.pid, this.options.log);
    process.off('exit', this.onExit);
    this.unlock();
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${SUPERUSER} TEMPLATE template0`);
  } finally {
    await client.end();
  }
}
