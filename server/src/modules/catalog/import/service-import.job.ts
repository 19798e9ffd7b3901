import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { BlobStore } from '../../../platform/blobs/blob-store.js';
import { UploadsService } from '../../../platform/blobs/uploads.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { fileErrors } from '../../../platform/files/file.errors.js';
import { openTable, type TableFormat, tableRows } from '../../../platform/files/table.js';
import { OnOperation } from '../../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../../platform/jobs/operation-run.js';
import { ContentsService } from '../../config/contents.service.js';
import { ItemBatchesService } from '../../config/item-batches.service.js';
import { OrgService } from '../../org/org.service.js';
import { Departments } from './departments.js';
import { importErrors } from './import.errors.js';
import type { ImportMapping } from './import-mapping.js';
import { ImportPlanner, type PlannedService } from './import-planner.js';
import { ImportProblemLog } from './import-problem-log.js';
import type { Severity } from './import-problem.types.js';
import { readRow, type RowDraft } from './row-draft.js';

export const planServiceImportKind = 'catalog.plan-import';
export const runServiceImportKind = 'catalog.run-import';

export interface ServiceImportPayload extends Record<string, unknown> {
  upload: string;
  mapping: ImportMapping;
  orgUnit: string | null;
  onProblem: 'SKIP' | 'STOP';
  /** Org units whose services the author may write; null for all. */
  scope: string[] | null;
}

export interface ServiceImportResult {
  rows: number;
  /** Rows that were taken, or for a dry run would be. */
  valid: number;
  created: number;
  updated: number;
  unchanged: number;
  problems: number;
  bySeverity: Record<Severity, number>;
  byCode: Record<string, number>;
  format: TableFormat;
  encoding: string | null;
}

/** Rows of one transaction: a few thousand parameters a statement, a second's work to lose. */
const batchRows = 500;

/** Reads an uploaded file in batches; a dry run reports, a real one writes each batch in a transaction of its own. Running again changes nothing twice, because rows are matched by code and key. */
@Injectable()
export class ServiceImportJob {
  constructor(
    private readonly uploads: UploadsService,
    private readonly blobs: BlobStore,
    private readonly org: OrgService,
    private readonly contents: ContentsService,
    private readonly batches: ItemBatchesService,
  ) {}

  @OnOperation(planServiceImportKind)
  plan(run: OperationRun<ServiceImportPayload>): Promise<ServiceImportResult> {
    return this.pass(run, false, [0, 1]);
  }

  @OnOperation(runServiceImportKind)
  async run(run: OperationRun<ServiceImportPayload>): Promise<ServiceImportResult> {
    const isChecked = run.payload.onProblem === 'STOP';
    if (isChecked) {
      const { rows, valid } = await this.pass(run, false, [0, 0.4]);
      if (valid < rows) throw new DomainError(importErrors.IMPORT_HAS_PROBLEMS, { params: { count: rows - valid } });
    }
    return this.pass(run, true, isChecked ? [0.4, 1] : [0, 1]);
  }

  private async pass(run: OperationRun<ServiceImportPayload>, isWriting: boolean, [from, to]: [number, number]): Promise<ServiceImportResult> {
    const { ctx, payload, operation, signal } = run;
    const upload = await this.uploads.get(ctx, payload.upload);
    const table = await openTable(await this.blobs.path(upload.sha256));
    const problems = new ImportProblemLog(operation.id);
    await problems.begin(ctx);
    const scope = payload.scope && new Set(payload.scope);
    const mayWrite = (orgUnitId: string | null) => scope === null || (orgUnitId !== null && scope.has(orgUnitId));
    const departments = await Departments.load(ctx, this.org, payload.orgUnit);
    const planner = new ImportPlanner({ mapping: payload.mapping, departments, contents: this.contents, mayWrite });
    const counts = { rows: 0, valid: 0, created: 0, updated: 0, unchanged: 0 };
    const work = async (tx: RequestContext, drafts: RowDraft[]) => {
      const planned = await planner.plan(tx, drafts, isWriting ? tx : null);
      for (const draft of drafts) for (const problem of draft.problems) problems.add(draft.n, problem);
      await problems.flush(tx);
      // Departments made in this batch are within the scope, because their parent is.
      const outcome = isWriting ? await this.write(tx, planned) : outcomeOf(planned);
      counts.valid += planned.length;
      counts.created += outcome.created;
      counts.updated += outcome.updated;
      counts.unchanged += outcome.unchanged;
    };
    let bytes = 0;
    let batch: RowDraft[] = [];
    const flush = async () => {
      if (signal.aborted) throw new OperationCancelled();
      const drafts = batch;
      batch = [];
      await (isWriting ? ctx.transaction((tx) => work(tx, drafts)) : work(ctx, drafts));
      run.report(bytes === 0 ? null : from + (to - from) * Math.min(bytes / Math.max(Number(upload.size), 1), 0.99), `${counts.rows}`);
    };
    if (payload.mapping.columns.materials) problems.add(0, { column: payload.mapping.columns.materials, code: 'materials-assumed', value: null, params: {} });
    for await (const row of tableRows(table, (read) => (bytes = read))) {
      counts.rows += 1;
      batch.push(readRow(row, payload.mapping));
      if (batch.length >= batchRows) await flush();
    }
    if (counts.rows === 0) throw new DomainError(fileErrors.EMPTY_FILE);
    await flush();
    const { total, bySeverity, byCode } = problems;
    return { ...counts, problems: total, bySeverity, byCode, format: table.format, encoding: table.encoding };
  }

  private async write(tx: RequestContext, planned: readonly PlannedService[]): Promise<{ created: number; updated: number; unchanged: number }> {
    if (planned.length === 0) return { created: 0, updated: 0, unchanged: 0 };
    const { created, updated, unchanged } = await this.batches.put(tx, 'service', planned, { mayWrite: () => true });
    return { created: created.length, updated: updated.length, unchanged: unchanged.length };
  }
}

function outcomeOf(planned: readonly PlannedService[]): { created: number; updated: number; unchanged: number } {
  const count = (outcome: PlannedService['outcome']) => planned.filter((service) => service.outcome === outcome).length;
  return { created: count('create'), updated: count('update'), unchanged: count('keep') };
}
