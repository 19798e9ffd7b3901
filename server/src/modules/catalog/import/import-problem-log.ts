import type { RequestContext } from '../../../platform/actor/request-context.js';
import { ImportProblem } from '../import-problem.entity.js';
import { type FoundProblem, problemSeverities, type Severity } from './import-problem.types.js';

/** So many are kept for reading; all are counted. */
const maxKept = 100_000;

/** What PostgreSQL's text cannot hold is shown as the replacement character. */
const storable = (text: string) => text.replace(/[\u0000\p{Surrogate}]/gu, '\ufffd');

/** Counts the problems of an import and writes them in the transaction of the rows that they belong to. */
export class ImportProblemLog {
  readonly byCode: Record<string, number> = {};
  readonly bySeverity: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  private n = 0;
  private pending: ImportProblem[] = [];

  constructor(private readonly operation: string) {}

  /** Forgets what an earlier attempt of the operation has found. */
  async begin(ctx: RequestContext): Promise<void> {
    await ctx.manager.delete(ImportProblem, { operation: this.operation });
  }

  get total(): number {
    return this.bySeverity.error + this.bySeverity.warning + this.bySeverity.info;
  }

  add(row: number, { column, code, value, params }: FoundProblem): void {
    const severity = problemSeverities[code];
    this.byCode[code] = (this.byCode[code] ?? 0) + 1;
    this.bySeverity[severity] += 1;
    if (this.n >= maxKept) return;
    this.n += 1;
    this.pending.push({ operation: this.operation, n: this.n, row, column, code, severity, value: value === null ? null : storable(value), params });
  }

  async flush(ctx: RequestContext): Promise<void> {
    const { pending } = this;
    this.pending = [];
    for (let from = 0; from < pending.length; from += 2_000) await ctx.manager.insert(ImportProblem, pending.slice(from, from + 2_000));
  }
}
