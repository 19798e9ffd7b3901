import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { BlobStore } from '../../../platform/blobs/blob-store.js';
import { UploadsService } from '../../../platform/blobs/uploads.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { detectEncoding, type TextEncoding } from '../../../platform/files/text-encoding.js';
import { OnOperation } from '../../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../../platform/jobs/operation-run.js';
import { PrivacyService } from '../../privacy/privacy.service.js';
import { checkUtterance } from '../check-utterance.js';
import { LabelsService } from '../labels.service.js';
import { duplicateOf } from '../utterances.service.js';
import { textHash } from '../utterance-text.js';
import type { UtteranceDraft } from '../utterance.types.js';
import { insertUtterances, twinsOf } from '../utterances.repository.js';
import type { ImportRow } from './import-row.js';
import { ImportProblems } from './import-problems.js';
import { readCsv, readJsonLines } from './read-file.js';

export const importUtterancesKind = 'corpus-import';

export interface ImportPayload extends Record<string, unknown> {
  upload: string;
  format: 'JSONL' | 'CSV';
  dryRun: boolean;
  /** Whether stand-ins take the place of personal data. */
  standIns?: boolean;
}

export interface ImportResult {
  rows: number;
  /** Added, or for a dry run: those that would be. */
  created: number;
  problems: number;
  byCode: Record<string, number>;
  encoding: TextEncoding;
  dryRun: boolean;
}

/** One statement inserts so many; an insert costs its indexes, not its round trip. */
const batchSize = 500;

/** Brings a file into the corpus, batch by batch, in bounded memory. Run again after a crash it goes on: its own rows are no duplicates. */
@Injectable()
export class ImportUtterancesJob {
  constructor(
    private readonly uploads: UploadsService,
    private readonly blobs: BlobStore,
    private readonly labels: LabelsService,
    private readonly privacy: PrivacyService,
    private readonly audit: AuditService,
  ) {}

  @OnOperation(importUtterancesKind)
  async run(run: OperationRun): Promise<ImportResult> {
    const { upload: uploadId, format, dryRun, standIns = false } = run.payload as ImportPayload;
    const masked = standIns ? await this.privacy.standIns(run.ctx) : (text: string) => text;
    const upload = await this.uploads.get(run.ctx, uploadId);
    const encoding = await detectEncoding(await this.blobs.read(upload.sha256));
    const problems = await ImportProblems.begin(run.ctx, run.operation.id);
    const result: ImportResult = { rows: 0, created: 0, problems: 0, byCode: {}, encoding, dryRun };
    const stream = await this.blobs.read(upload.sha256);
    let bytes = 0;
    stream.on('data', (chunk) => (bytes += chunk.length));
    stream.pause();
    const rows = format === 'CSV' ? readCsv(stream, encoding) : readJsonLines(stream, encoding);
    const take = async (ctx: RequestContext) => {
      let batch: ImportRow[] = [];
      const flush = async () => {
        if (run.signal.aborted) throw new OperationCancelled();
        result.created += await this.takeBatch(ctx, run.operation.id, batch, dryRun, problems);
        batch = [];
        await problems.flush();
        run.report(Number(upload.size) > 0 ? Math.min(bytes / Number(upload.size), 0.99) : null, `${result.rows}`);
      };
      for await (const row of rows) {
        result.rows += 1;
        // Before anything else sees the line, the list of problems included.
        batch.push('draft' in row ? { ...row, draft: { ...row.draft, text: masked(row.draft.text) } } : { ...row, value: masked(row.value) });
        if (batch.length >= batchSize) await flush();
      }
      await flush();
    };
    try {
      if (dryRun) await run.ctx.transaction((tx) => this.withSeenTexts(tx, take));
      else await take(run.ctx);
    } finally {
      stream.destroy();
    }
    Object.assign(result, { problems: problems.total, byCode: problems.byCode });
    if (!dryRun) await this.audit.append(run.ctx, { action: 'corpus.import', target: { kind: 'operation', key: run.operation.id }, detail: { file: upload.name, rows: result.rows, created: result.created, problems: result.problems } });
    return result;
  }

  /** Answers how many of the batch were taken. */
  private async takeBatch(ctx: RequestContext, operation: string, batch: readonly ImportRow[], dryRun: boolean, problems: ImportProblems): Promise<number> {
    const keys = await this.labels.existing(ctx, batch.flatMap((row) => ('draft' in row ? [row.draft] : [])));
    const good: { line: number; draft: UtteranceDraft }[] = [];
    for (const row of batch) {
      if ('error' in row) problems.add(row.line, row.error, row.value);
      else {
        try {
          good.push({ line: row.line, draft: checkUtterance(row.draft, keys) });
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          problems.add(row.line, error, row.draft.text.slice(0, 200));
        }
      }
    }
    if (good.length === 0) return 0;
    const isNew = dryRun ? await this.wouldBeNew(ctx, good) : (await insertUtterances(ctx, good.map(({ draft }) => ({ ...draft, source: 'import', origin: operation })))).map((id) => id !== null);
    const lost = good.filter((_, i) => !isNew[i]);
    const twins = lost.length > 0 ? await twinsOf(ctx.manager, lost.map(({ draft }) => textHash(draft.text))) : new Map<string, never>();
    let resumed = 0;
    for (const { line, draft } of lost) {
      const twin = twins.get(textHash(draft.text));
      if (problems.isResumed && twin?.origin === operation) resumed += 1;
      else problems.add(line, duplicateOf(twin, 'zh'), draft.text.slice(0, 200));
    }
    return good.length - lost.length + resumed;
  }

  /** A dry run remembers the texts of the file in a temporary table, on disk, not in memory. */
  private async withSeenTexts(tx: RequestContext, work: (tx: RequestContext) => Promise<void>): Promise<void> {
    await tx.manager.query('CREATE TEMPORARY TABLE seen_text (hash text PRIMARY KEY) ON COMMIT DROP');
    await work(tx);
  }

  private async wouldBeNew(ctx: RequestContext, good: readonly { draft: UtteranceDraft }[]): Promise<boolean[]> {
    const hashes = good.map(({ draft }) => textHash(draft.text));
    const stored = await twinsOf(ctx.manager, hashes);
    const rows = await ctx.manager.query<{ hash: string }[]>('INSERT INTO seen_text SELECT DISTINCT unnest($1::text[]) ON CONFLICT DO NOTHING RETURNING hash', [hashes]);
    const first = new Set(rows.map((row) => row.hash));
    // Each hash counts for the first line that has it.
    return hashes.map((hash) => !stored.has(hash) && first.delete(hash));
  }
}
