import type { Attachment } from '@banshi/forms';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { attachmentsIn } from './attachments-in.js';
import { CaseAccessService } from './case-access.service.js';
import { CaseStore } from './case-store.js';
import { CaseTask } from './case-task.entity.js';
import { casesErrors } from './cases.errors.js';
import type { CaseData, FilledStep } from './fill-step.js';
import type { ServiceCase } from './service-case.entity.js';

interface UploadFacts {
  sha256: string;
  size: string;
  media_type: string;
}

/** The files that data names: sent before by whoever names them, and read by whoever may see the field. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly access: CaseAccessService,
    private readonly store: CaseStore,
    private readonly audit: AuditService,
  ) {}

  /**
   * What the form has checked is what the data claims; here the claims are held against what was received. Throws
   * ATTACHMENT_UNKNOWN for a file that the actor never sent, or that has another size or type.
   */
  async check(ctx: RequestContext, before: CaseData, { data, changed }: FilledStep, field: string): Promise<void> {
    const known = new Set(attachmentsIn(before).map((one) => one.blob));
    const named = changed.flatMap((name) => attachmentsIn(data[name]).map((one) => ({ name, one }))).filter(({ one }) => !known.has(one.blob));
    if (named.length === 0) return;
    const uploads = await ctx.manager.query<UploadFacts[]>('SELECT sha256, size, media_type FROM upload WHERE sha256 = ANY($1) AND ($2 OR created_by = $3)', [
      named.map(({ one }) => one.blob),
      ctx.actor.kind === 'system',
      ctx.actor.id,
    ]);
    for (const { name, one } of named) {
      if (uploads.some((upload) => upload.sha256 === one.blob && Number(upload.size) === one.size && upload.media_type === one.mediaType)) continue;
      throw new DomainError(casesErrors.ATTACHMENT_UNKNOWN, { field: `${field}.${name}`, params: { name: one.name.slice(0, 100) } });
    }
  }

  /** The attachment, if the actor may see the field of the case that names it. Reading is audited. */
  async get(ctx: RequestContext, row: ServiceCase, blob: string): Promise<Attachment> {
    const tasks = await ctx.manager.findBy(CaseTask, { caseId: row.id });
    const visible = await this.access.fileData(ctx, row, await this.store.definitionOf(ctx, row), tasks);
    const attachment = found(attachmentsIn(visible).find((one) => one.blob === blob), 'attachment');
    await this.audit.append(ctx, { action: 'cases.read-attachment', target: { kind: 'case', key: row.number }, detail: { blob } });
    return attachment;
  }
}
