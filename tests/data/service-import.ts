import 'reflect-metadata';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { serviceProjection } from '../../server/src/modules/catalog/service.projection.js';
import { suggestMapping } from '../../server/src/modules/catalog/import/import-mapping.js';
import { ServiceImportJob, type ServiceImportPayload, type ServiceImportResult } from '../../server/src/modules/catalog/import/service-import.job.js';
import { ImportProblem } from '../../server/src/modules/catalog/import-problem.entity.js';
import { ServiceRow } from '../../server/src/modules/catalog/service-row.entity.js';
import { ConfigContent } from '../../server/src/modules/config/config-content.entity.js';
import { ConfigDraft } from '../../server/src/modules/config/config-draft.entity.js';
import { ConfigItem } from '../../server/src/modules/config/config-item.entity.js';
import { ConfigRef } from '../../server/src/modules/config/config-ref.entity.js';
import { ContentsService } from '../../server/src/modules/config/contents.service.js';
import { ItemBatchesService } from '../../server/src/modules/config/item-batches.service.js';
import { ItemsService } from '../../server/src/modules/config/items.service.js';
import { ProjectionsService } from '../../server/src/modules/config/projections.service.js';
import { ReferencesService } from '../../server/src/modules/config/references.service.js';
import { OrgUnit } from '../../server/src/modules/org/org-unit.entity.js';
import { OrgService } from '../../server/src/modules/org/org.service.js';
import { RequestContext } from '../../server/src/platform/actor/request-context.js';
import { AuditEntry } from '../../server/src/platform/audit/audit-entry.entity.js';
import { AuditService } from '../../server/src/platform/audit/audit.service.js';
import { Blob } from '../../server/src/platform/blobs/blob.entity.js';
import { LocalBlobStore } from '../../server/src/platform/blobs/local-blob-store.js';
import { Upload } from '../../server/src/platform/blobs/upload.entity.js';
import { UploadsService } from '../../server/src/platform/blobs/uploads.service.js';
import { openTable, tableRows } from '../../server/src/platform/files/table.js';
import { connectionOptions } from '../../server/src/platform/database/connection.js';
import { runMigrations } from '../../server/src/platform/database/migrations.js';
import { Operation } from '../../server/src/platform/jobs/operation.entity.js';
import { startEmbeddedPostgres } from '../../server/src/platform/postgres/embedded-postgres.js';

/** What the whole import of 2,262 real items may take, dry run included. */
const limitSeconds = 30;

export interface ServiceImportReport {
  ok: boolean;
  planSeconds: number;
  runSeconds: number;
  /** Growth of the heap above what it was before, at its peak. */
  peakHeapMb: number;
  plan: ServiceImportResult;
  run: ServiceImportResult;
  /** Running it again finds nothing to change. */
  again: ServiceImportResult;
}

const entities = [AuditEntry, Blob, Upload, Operation, OrgUnit, ConfigContent, ConfigDraft, ConfigItem, ConfigRef, ServiceRow, ImportProblem];

/** Dry run and import of gov_service_items_gd under `dataDir` into an empty database of its own, with the server's durability. */
export async function measureServiceImport(dataDir: string): Promise<ServiceImportReport> {
  const home = mkdtempSync(join(tmpdir(), 'banshi-data-'));
  const postgres = await startEmbeddedPostgres({ home, log: { info: () => undefined, warn: (message: string) => console.warn(message) } });
  let source: DataSource | null = null;
  try {
    await runMigrations(postgres.url);
    source = await new DataSource({ ...connectionOptions(postgres.url), entities }).initialize();
    return await measure(source, join(home, 'blobs'), join(dataDir, 'gov_service_items_gd', 'items.jsonl'));
  } finally {
    await source?.destroy();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(source: DataSource, blobFolder: string, file: string): Promise<ServiceImportReport> {
  const ctx = RequestContext.forSystem('data', source.manager);
  const store = new LocalBlobStore(blobFolder);
  const job = jobOn(source, store);
  const blob = await store.write(createReadStream(file), 100 * 1_048_576);
  const upload = randomUUID();
  await source.manager.insert(Upload, { id: upload, sha256: blob.sha256, size: String(blob.size), name: 'items.jsonl', mediaType: 'application/x-ndjson', createdBy: null });
  const columns: string[] = [];
  for await (const row of tableRows(await openTable(await store.path(blob.sha256)))) {
    columns.push(...Object.keys(row.cells));
    break;
  }
  const payload: ServiceImportPayload = { upload, mapping: { ...suggestMapping(columns), departments: 'create' }, orgUnit: null, onProblem: 'SKIP', scope: null };

  const before = process.memoryUsage().heapUsed;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().heapUsed)), 20);
  const timed = async (method: 'plan' | 'run') => {
    const id = randomUUID();
    await source.manager.insert(Operation, { id, kind: method, title: { zh: '', en: '' }, createdByName: 'data' });
    const operation = await source.manager.findOneByOrFail(Operation, { id });
    const start = performance.now();
    const result = await job[method]({ operation, payload, ctx, signal: new AbortController().signal, report: () => undefined });
    return { result, seconds: (performance.now() - start) / 1_000 };
  };
  const plan = await timed('plan');
  const run = await timed('run');
  clearInterval(watch);
  const again = await timed('run');
  const isComplete = run.result.rows === 2_262 && run.result.created === plan.result.valid && again.result.unchanged === run.result.valid;
  return {
    ok: isComplete && plan.seconds + run.seconds < limitSeconds,
    planSeconds: plan.seconds,
    runSeconds: run.seconds,
    peakHeapMb: (peak - before) / 1_048_576,
    plan: plan.result,
    run: run.result,
    again: again.result,
  };
}

/** The job with what it stands on, wired by hand: a container would need the metadata that only the build emits. */
function jobOn(source: DataSource, store: LocalBlobStore): ServiceImportJob {
  const audit = new AuditService(source);
  const contents = new ContentsService();
  const projections = new ProjectionsService();
  projections.register(serviceProjection);
  const items = new ItemsService(contents, projections, new ReferencesService(), audit);
  return new ServiceImportJob(new UploadsService(store, audit), store, new OrgService(audit), contents, new ItemBatchesService(contents, items, projections, audit));
}
