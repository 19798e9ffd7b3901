import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { log } from '../../platform/logging/log.js';
import { ModelStoreService } from '../registry/model-store.service.js';

/** So long after a training has failed or was cancelled its checkpoints are kept for who goes on with it. */
export const keptDays = 14;
const dayMs = 86_400_000;

interface Ended { id: string; isOver: boolean }

/** Removes the folders of trainings that ended without a model long ago, at the start and once a day. */
@Injectable()
export class WorkFolders implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: DataSource,
    private readonly store: ModelStoreService,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tidy(), dayMs);
    this.timer.unref();
    void this.tidy();
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Answers the jobs whose folders were removed. */
  async sweep(now = new Date()): Promise<string[]> {
    const root = this.store.workFolder('');
    const names = await readdir(root).catch(() => []);
    const before = new Date(now.getTime() - keptDays * dayMs);
    const jobs = await this.database.query<Ended[]>(
      `SELECT j.id, o.state IN ('SUCCEEDED', 'FAILED', 'CANCELLED') AND coalesce(o.finished_at, o.created_at) < $2 AS "isOver"
       FROM training_job j JOIN operation o ON o.id = j.operation_id WHERE j.id::text = ANY($1)`,
      [names, before],
    );
    const isOver = new Map(jobs.map((job) => [job.id, job.isOver]));
    const removed: string[] = [];
    for (const name of names) {
      const dir = join(root, name);
      // A folder that no job knows: of a database that was put back to an earlier day, or written just now.
      if (!(isOver.get(name) ?? (await isOlder(dir, before)))) continue;
      await rm(dir, { recursive: true, force: true });
      removed.push(name);
    }
    return removed;
  }

  private async tidy(): Promise<void> {
    try {
      const removed = await this.sweep();
      if (removed.length > 0) log.info({ jobs: removed }, 'removed the folders of trainings that ended long ago');
    } catch (error) {
      log.warn({ err: error }, 'removing folders of old trainings');
    }
  }
}

const isOlder = (dir: string, than: Date) => stat(dir).then(({ mtime }) => mtime < than, () => false);
