import type { RequestContext } from '../../platform/actor/request-context.js';
import type { EventBus } from '../../platform/events/event-bus.js';
import { TrainingLog } from './training-log.entity.js';
import { TrainingPoint } from './training-point.entity.js';

/** Fast enough for a live curve, slow enough for the database. */
const intervalMs = 200;
const maxLine = 4_000;

export interface NewPoint {
  phase: string;
  step: number;
  steps?: number | null;
  epoch: number;
  loss: number | null;
  learningRate?: number | null;
  metrics: Record<string, unknown>;
  secondsLeft?: number | null;
}

type Point = Omit<TrainingPoint, 'jobId'>;

/** Stores a job's points and log lines as they come, in few statements, and tells who watches. */
export class TrainingProgressWriter {
  /** By phase and step: what is said twice of one step is one point. */
  private points = new Map<string, Point>();
  private lines: { line: string; at: Date }[] = [];
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();
  private readonly begun = new Set<string>();
  private readonly listeners: ((point: Point) => void)[] = [];

  private constructor(
    private readonly ctx: RequestContext,
    private readonly events: EventBus,
    private readonly job: string,
  ) {}

  /** Forgets what an earlier run of the job left, unless this one goes on from its checkpoint. */
  static async begin(ctx: RequestContext, events: EventBus, job: string, options: { goesOn: boolean }): Promise<TrainingProgressWriter> {
    if (!options.goesOn) {
      await ctx.manager.delete(TrainingPoint, { jobId: job });
      await ctx.manager.delete(TrainingLog, { jobId: job });
    }
    return new TrainingProgressWriter(ctx, events, job);
  }

  onPoint(listener: (point: Point) => void): void {
    this.listeners.push(listener);
  }

  /** The trainer was started anew and will repeat the steps after its checkpoint: what was noted of them is replaced. */
  restart(): void {
    this.begun.clear();
  }

  point(given: NewPoint): void {
    const { phase, step, steps, epoch, loss, learningRate, metrics, secondsLeft } = given;
    const point: Point = {
      phase,
      step,
      steps: whole(steps),
      epoch,
      loss: finite(loss),
      learningRate: finite(learningRate),
      metrics: Object.fromEntries(Object.entries(metrics).filter((entry): entry is [string, number] => finite(entry[1]) !== null)),
      secondsLeft: whole(secondsLeft),
      at: new Date(),
    };
    const key = `${phase} ${step}`;
    const earlier = this.points.get(key);
    this.points.set(key, earlier ? { ...earlier, ...withoutNulls(point), metrics: { ...earlier.metrics, ...point.metrics } } : point);
    for (const listener of this.listeners) listener(point);
    this.schedule();
  }

  log(line: string): void {
    // PostgreSQL keeps no NUL in a text.
    this.lines.push({ line: line.slice(0, maxLine).replaceAll('\0', '\uFFFD'), at: new Date() });
    this.schedule();
  }

  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const points = [...this.points.values()];
    const { lines } = this;
    this.points = new Map();
    this.lines = [];
    // One write that failed does not keep the next from being tried.
    this.writing = this.writing.catch(() => undefined).then(() => this.write(points, lines));
    await this.writing;
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      // A point that could not be written must not end a training that goes well; flush() at the end reports it.
      this.flush().catch(() => undefined);
    }, intervalMs);
  }

  private async write(points: readonly Point[], lines: readonly { line: string; at: Date }[]): Promise<void> {
    if (lines.length > 0) await this.ctx.manager.insert(TrainingLog, lines.map((line) => ({ jobId: this.job, ...line })));
    if (points.length === 0) return;
    for (const { phase, step } of points) {
      if (this.begun.has(phase)) continue;
      this.begun.add(phase);
      await this.ctx.manager.query('DELETE FROM training_point WHERE job_id = $1 AND phase = $2 AND step >= $3', [this.job, phase, step]);
    }
    await this.ctx.manager.query(
      `INSERT INTO training_point AS p (job_id, phase, step, steps, epoch, loss, learning_rate, metrics, seconds_left, at)
       SELECT $1, r.phase, r.step, r.steps, r.epoch, r.loss, r."learningRate", r.metrics, r."secondsLeft", r.at
         FROM jsonb_to_recordset($2::jsonb) AS r (phase text, step int, steps int, epoch int, loss float8, "learningRate" float8, metrics jsonb, "secondsLeft" int, at timestamptz)
       ON CONFLICT (job_id, phase, step) DO UPDATE SET
         steps = coalesce(excluded.steps, p.steps), epoch = excluded.epoch, loss = coalesce(excluded.loss, p.loss), learning_rate = coalesce(excluded.learning_rate, p.learning_rate),
         metrics = p.metrics || excluded.metrics, seconds_left = coalesce(excluded.seconds_left, p.seconds_left), at = excluded.at`,
      [this.job, JSON.stringify(points)],
    );
    for (const { phase, step } of points) await this.events.publish(this.ctx, 'training', { job: this.job, phase, step });
  }
}

const finite = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const whole = (value: unknown): number | null => (finite(value) === null ? null : Math.min(Math.max(Math.round(value as number), 0), 2 ** 31 - 1));
const withoutNulls = (point: Point): Partial<Point> => Object.fromEntries(Object.entries(point).filter(([, value]) => value !== null));
