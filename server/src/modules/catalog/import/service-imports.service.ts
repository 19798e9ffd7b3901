import { Injectable } from '@nestjs/common';
import { can, scopeOf } from '../../../platform/actor/actor.js';
import { Permission } from '../../../platform/actor/permission.js';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { BlobStore } from '../../../platform/blobs/blob-store.js';
import type { Upload } from '../../../platform/blobs/upload.entity.js';
import { UploadsService } from '../../../platform/blobs/uploads.service.js';
import { commonErrors, DomainError } from '../../../platform/errors/domain-error.js';
import { openTable, type Table, tableRows } from '../../../platform/files/table.js';
import type { Operation } from '../../../platform/jobs/operation.entity.js';
import { OperationsService } from '../../../platform/jobs/operations.service.js';
import { OrgService } from '../../org/org.service.js';
import { importErrors } from './import.errors.js';
import { readMapping, suggestMapping } from './import-mapping.js';
import { planServiceImportKind, runServiceImportKind, type ServiceImportPayload } from './service-import.job.js';

/** So many rows are looked at to learn the columns, and shown. */
const inspectedRows = 200;
const sampleRows = 20;

export interface Inspection {
  id: string;
  name: string;
  size: number;
  format: Table['format'];
  encoding: string | null;
  columns: string[];
  sample: Record<string, unknown>[];
}

export interface ImportOrder {
  upload: string;
  mapping: unknown;
  /** Under which new departments are made. */
  orgUnit?: string | null;
  onProblem?: 'SKIP' | 'STOP';
}

/** What a person does about an import; the reading and writing is the operations'. */
@Injectable()
export class ServiceImportsService {
  constructor(
    private readonly uploads: UploadsService,
    private readonly blobs: BlobStore,
    private readonly org: OrgService,
    private readonly operations: OperationsService,
    private readonly audit: AuditService,
  ) {}

  /** How the file will be read, its columns and first rows. */
  async inspect(ctx: RequestContext, uploadId: string): Promise<Inspection> {
    const upload = await this.mine(ctx, uploadId);
    const table = await openTable(await this.blobs.path(upload.sha256));
    const columns = new Set<string>();
    const sample: Record<string, unknown>[] = [];
    let seen = 0;
    for await (const row of tableRows(table)) {
      for (const column of Object.keys(row.cells)) columns.add(column);
      if (sample.length < sampleRows && row.fault === null) sample.push(row.cells);
      if ((seen += 1) >= inspectedRows) break;
    }
    if (columns.size === 0) throw new DomainError(importErrors.NO_COLUMNS, { field: 'upload' });
    return { id: upload.id, name: upload.name, size: Number(upload.size), format: table.format, encoding: table.encoding, columns: [...columns], sample };
  }

  async suggest(ctx: RequestContext, uploadId: string) {
    return suggestMapping((await this.inspect(ctx, uploadId)).columns);
  }

  plan(ctx: RequestContext, order: ImportOrder): Promise<Operation> {
    return this.enqueue(ctx, planServiceImportKind, { zh: '检查事项导入文件', en: 'Check a file of services' }, order);
  }

  run(ctx: RequestContext, order: ImportOrder): Promise<Operation> {
    return this.enqueue(ctx, runServiceImportKind, { zh: '导入事项', en: 'Import services' }, order);
  }

  private async enqueue(ctx: RequestContext, kind: string, title: { zh: string; en: string }, order: ImportOrder): Promise<Operation> {
    const { columns, name } = await this.inspect(ctx, order.upload);
    const mapping = readMapping(order.mapping, columns);
    const orgUnit = order.orgUnit ?? null;
    if (mapping.departments === 'create' && !can(ctx.actor, Permission.AccessManage, orgUnit)) throw new DomainError(commonErrors.FORBIDDEN, { field: 'input.orgUnit' });
    if (orgUnit !== null && !(await this.org.find(ctx, orgUnit))) throw new DomainError(commonErrors.NOT_FOUND, { field: 'input.orgUnit', params: { what: 'org unit' } });
    const scope = scopeOf(ctx.actor, Permission.ConfigWrite);
    if (scope === null) throw new DomainError(commonErrors.FORBIDDEN);
    const payload: ServiceImportPayload = { upload: order.upload, mapping, orgUnit, onProblem: order.onProblem ?? 'SKIP', scope: scope === 'everywhere' ? null : [...scope] };
    const operation = await this.operations.enqueue(ctx, { kind, title: { zh: `${title.zh}：${name}`, en: `${title.en}: ${name}` }, payload, queue: 'catalog-import' });
    await this.audit.append(ctx, { action: kind, target: { kind: 'operation', key: operation.id }, detail: { upload: order.upload, name, mapping } });
    return operation;
  }

  /** Files are read by who sent them. */
  private async mine(ctx: RequestContext, uploadId: string): Promise<Upload> {
    const upload = await this.uploads.get(ctx, uploadId);
    if (ctx.actor.kind !== 'system' && upload.createdBy !== ctx.actor.id) throw new DomainError(commonErrors.FORBIDDEN, { field: 'upload' });
    return upload;
  }
}
