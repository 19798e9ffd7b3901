import { Injectable } from '@nestjs/common';
import { can, scopeOf } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import type { Upload } from '../../platform/blobs/upload.entity.js';
import { UploadsService } from '../../platform/blobs/uploads.service.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { fileErrors } from '../../platform/files/file.errors.js';
import { decodeStrictly } from '../../platform/files/text-encoding.js';
import { zipEntries } from '../../platform/files/zip-entries.js';
import { OnOperation } from '../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../platform/jobs/operation-run.js';
import type { Operation } from '../../platform/jobs/operation.entity.js';
import { OperationsService } from '../../platform/jobs/operations.service.js';
import { ConfigFilesService, type FilesImportResult } from './config-files.service.js';

const importFilesKind = 'config.import-files';
/** As many files as a bundle may have; all are held in memory at once. */
const limits = { entries: 100_001, entryBytes: 32 * 1_048_576, totalBytes: 256 * 1_048_576 };

interface Payload extends Record<string, unknown> {
  upload: string;
  /** Org units whose items the author may write; null for all. */
  scope: string[] | null;
  mayCreateDepartments: boolean;
}

/** Import of an exported archive, in the background. */
@Injectable()
export class ConfigFilesJob {
  constructor(
    private readonly files: ConfigFilesService,
    private readonly uploads: UploadsService,
    private readonly blobs: BlobStore,
    private readonly operations: OperationsService,
  ) {}

  async enqueue(ctx: RequestContext, upload: Upload): Promise<Operation> {
    const scope = scopeOf(ctx.actor, Permission.ConfigWrite);
    if (scope === null) throw new DomainError(commonErrors.FORBIDDEN);
    const payload: Payload = { upload: upload.id, scope: scope === 'everywhere' ? null : [...scope], mayCreateDepartments: can(ctx.actor, Permission.AccessManage, null) };
    return this.operations.enqueue(ctx, { kind: importFilesKind, title: { zh: `导入配置：${upload.name}`, en: `Import configuration: ${upload.name}` }, payload });
  }

  @OnOperation(importFilesKind)
  async run({ ctx, payload, signal, report }: OperationRun<Payload>): Promise<FilesImportResult> {
    const upload = await this.uploads.get(ctx, payload.upload);
    const files = await readArchive(await this.blobs.path(upload.sha256), signal);
    report(0.5, `${files.size}`);
    const scope = payload.scope && new Set(payload.scope);
    return this.files.importFiles(ctx, files, {
      mayWrite: (orgUnitId) => scope === null || (orgUnitId !== null && scope.has(orgUnitId)),
      mayCreateDepartments: payload.mayCreateDepartments,
    });
  }
}

async function readArchive(path: string, signal: AbortSignal): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const entry of zipEntries(path, limits)) {
    if (signal.aborted) throw new OperationCancelled();
    const chunks: Buffer[] = [];
    for await (const chunk of entry.chunks()) chunks.push(chunk);
    const text = decodeStrictly(Buffer.concat(chunks), 'utf-8');
    if (text === null || files.has(entry.name)) throw new DomainError(fileErrors.FILE_UNREADABLE, { params: { reason: `${entry.name.slice(0, 100)}: ${text === null ? 'UTF-8' : '×2'}` } });
    files.set(entry.name, text);
  }
  return files;
}
