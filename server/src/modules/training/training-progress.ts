import type { TrainingProgress } from '@banshi/head';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { EventBus } from '../../platform/events/event-bus.js';
import { TrainingLog } from './training-log.entity.js';
import { TrainingPoint } from './training-point.entity.js';

/** Fast enough for a live curve, slow enough for the database. */
const intervalMs = 200;

/** Stores a job's points and log lines as they come, in few statements, and tells who watches. */
export class TrainingProgressWriter {
  private points: Omit<TrainingPoint, 'jobId'>[] = [];
  private lines: { line: string; at: Date }[] = [];
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly ctx: RequestContext,
    private readonly events: EventBus,
    private readonly job: string,
  ) {}

  /** Forgets what an earlier run of the job left, which started from the same snapshot and seed. */
  static async begin(ctx: RequestContext, events: EventBus, job: string): Promise<TrainingProgressWriter> {
    await ctx.manager.delete(TrainingPoint, { jobId: job });
    await ctx.manager.delete(TrainingLog, { jobId: job });
    return new TrainingProgressWriter(ctx, events, job);
  }

  point({ step, phase, epoch, loss, metrics }: TrainingProgress): void {
    this.points.push({ step, phase, epoch, loss: loss !== null && Number.isFinite(loss) ? loss : null, metrics, at: new Date() });
    this.schedule();
  }

  log(line: string): void {
    this.lines.push({ line: line.slice(0, 4_000), at: new Date() });
    this.schedule();
  }

  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const { points, lines } = this;
    this.points = [];
    this.lines = [];
    this.writing = this.writing.then(() => this.write(points, lines));
    await this.writing;
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      // A point that could not be written must not end a training that goes well; flush() at the end reports it.
      this.flush().catch(() => undefined);
    }, intervalMs);
  }

  private async write(points: readonly Omit<TrainingPoint, 'jobId'>[], lines: readonly { line: string; at: Date }[]): Promise<void> {
    if (points.length > 0) await this.ctx.manager.createQueryBuilder().insert().into(TrainingPoint).values(points.map((point) => ({ jobId: this.job, ...point }) as never)).orIgnore().execute();
    if (lines.length > 0) await this.ctx.manager.insert(TrainingLog, lines.map((line) => ({ jobId: this.job, ...line })));
    for (const { step } of points) await this.events.publish(this.ctx, 'training', { job: this.job, step });
  }
}
