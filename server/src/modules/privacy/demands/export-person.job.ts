import { once } from 'node:events';
import { Injectable } from '@nestjs/common';
import yazl from 'yazl';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { BlobStore } from '../../../platform/blobs/blob-store.js';
import { UploadsService } from '../../../platform/blobs/uploads.service.js';
import { found } from '../../../platform/errors/domain-error.js';
import { OnOperation } from '../../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../../platform/jobs/operation-run.js';
import { PersonalDataService } from '../personal-data.service.js';
import type { DataSubject, ExportPart } from '../privacy.types.js';
import { VaultService } from '../vault.service.js';
import { encrypted } from './archive.js';
import { requestOwner, subjectPlace } from './demands.service.js';
import { PrivacyRequest, PrivacyRequestState, type RequestReport } from './privacy-request.entity.js';

const maxBytes = 4 * 1_024 ** 3;
export const archivePlace = 'archive';

/** Gathers what is held of a person into a ZIP of JSON and files, which is kept encrypted until it is fetched or too old. */
@Injectable()
export class ExportPersonJob {
  constructor(
    private readonly data: PersonalDataService,
    private readonly vault: VaultService,
    private readonly blobs: BlobStore,
    private readonly uploads: UploadsService,
    private readonly audit: AuditService,
  ) {}

  @OnOperation('privacy.export')
  async run({ ctx, payload, signal, report }: OperationRun): Promise<RequestReport> {
    const request = found(await ctx.manager.findOneBy(PrivacyRequest, { id: payload['request'] as string }), 'request');
    if (request.subject === null) return request.report;
    const owner = requestOwner(request.id);
    const subject = await this.vault.open<DataSubject>(ctx, owner, subjectPlace, { sealed: request.subject });
    const { key } = await this.vault.keyFor(ctx, owner);
    const exported: Record<string, number> = {};
    const archive = new yazl.ZipFile();
    const writing = this.blobs.write(encrypted(archive.outputStream as unknown as AsyncIterable<Buffer>, key, archivePlace), maxBytes);
    for (const [source, holdings] of await this.data.holdings(ctx, subject)) {
      exported[source.kind] = 0;
      for (const { id, isErased } of holdings) {
        if (signal.aborted) throw new OperationCancelled();
        if (isErased) continue;
        // In a context of its own, so that its keys are forgotten again.
        for (const part of await ctx.transaction((tx) => source.export(tx, id))) await this.add(archive, part, writing);
        exported[source.kind] = exported[source.kind]! + 1;
        report(null, 'exporting');
      }
    }
    archive.end();
    const blob = await writing;
    return ctx.transaction((tx) => this.finish(tx, request.id, blob, { exported, bytes: blob.size }));
  }

  private async add(archive: yazl.ZipFile, { name, content }: ExportPart, writing: Promise<unknown>): Promise<void> {
    if ('json' in content) archive.addBuffer(Buffer.from(JSON.stringify(content.json, null, 1)), name);
    else if (await this.blobs.has(content.blob)) {
      const stream = await this.blobs.read(content.blob);
      archive.addReadStream(stream, name);
      // One file open at a time, however many there are.
      await Promise.race([once(stream, 'close'), writing]);
    }
  }

  private async finish(ctx: RequestContext, id: string, blob: { sha256: string; size: number }, report: RequestReport): Promise<RequestReport> {
    await this.uploads.register(ctx, blob);
    await ctx.manager.update(PrivacyRequest, id, { state: PrivacyRequestState.DONE, subject: null, blob: blob.sha256, finishedAt: new Date(), report: report as never });
    await this.audit.append(ctx, { action: 'privacy.exported', target: { kind: 'privacy-request', key: id }, detail: { ...report } });
    return report;
  }
}
