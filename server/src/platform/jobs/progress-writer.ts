import type { DataSource } from 'typeorm';
import type { EventBus } from '../events/event-bus.js';
import type { Operation } from './operation.entity.js';

/** Two writes a second are as many as a person sees. */
const intervalMs = 500;

/** Writes an operation's progress, the newest only, without making its handler wait. */
export class ProgressWriter {
  private pending: { progress: number | null; step: string | null } | null = null;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly events: EventBus,
    private readonly operation: Operation,
  ) {}

  report(progress: number | null, step?: string): void {
    this.pending = { progress, step: step ?? this.pending?.step ?? null };
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.flush();
    }, intervalMs);
  }

  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const { pending } = this;
    this.pending = null;
    if (pending) this.writing = this.writing.then(() => this.write(pending)).catch(() => undefined);
    await this.writing;
  }

  private async write({ progress, step }: { progress: number | null; step: string | null }): Promise<void> {
    await this.database.query(`UPDATE operation SET progress = $2, step = coalesce($3, step), heartbeat_at = now() WHERE id = $1 AND state = 'RUNNING'`, [this.operation.id, progress, step]);
    await this.events.publish({ manager: this.database.manager }, 'operation', { id: this.operation.id, kind: this.operation.kind });
  }
}
