import type { RequestContext } from '../../../platform/actor/request-context.js';
import type { DomainError } from '../../../platform/errors/domain-error.js';
import { UtteranceImportProblem } from '../utterance-import-problem.entity.js';

/** So many are kept for reading; the rest is only counted. Nobody mends more by hand. */
const maxKept = 10_000;

/** Collects the problems of an import and writes them as it goes, outside of the import's transaction. */
export class ImportProblems {
  total = 0;
  readonly byCode: Record<string, number> = {};
  private pending: { operationId: string; line: number; code: string; params: Record<string, string | number>; value: string }[] = [];
  private kept = 0;

  private constructor(
    private readonly ctx: RequestContext,
    private readonly operation: string,
    /** An earlier run of this operation has taken rows already. */
    readonly isResumed: boolean,
  ) {}

  static async begin(ctx: RequestContext, operation: string): Promise<ImportProblems> {
    await ctx.manager.delete(UtteranceImportProblem, { operationId: operation });
    const earlier = await ctx.manager.query<unknown[]>('SELECT 1 FROM utterance WHERE origin = $1 LIMIT 1', [operation]);
    return new ImportProblems(ctx, operation, earlier.length > 0);
  }

  add(line: number, error: DomainError, value: string): void {
    this.total += 1;
    this.byCode[error.code] = (this.byCode[error.code] ?? 0) + 1;
    if (this.kept >= maxKept) return;
    this.kept += 1;
    this.pending.push({ operationId: this.operation, line, code: error.code, params: error.facts.params ?? {}, value: storable(value) });
  }

  async flush(): Promise<void> {
    const rows = this.pending;
    this.pending = [];
    if (rows.length > 0) await this.ctx.manager.createQueryBuilder().insert().into(UtteranceImportProblem).values(rows).orIgnore().execute();
  }
}

/** Without what PostgreSQL cannot hold. */
const storable = (text: string) => text.replace(/[\u0000\p{Surrogate}]/gu, '\ufffd');
