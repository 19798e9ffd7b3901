import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Allow } from '../../../platform/actor/allow.decorator.js';
import { Ctx } from '../../../platform/actor/ctx.decorator.js';
import { Permission } from '../../../platform/actor/permission.js';
import { RequestContext } from '../../../platform/actor/request-context.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { BlobStore } from '../../../platform/blobs/blob-store.js';
import { DomainError, found } from '../../../platform/errors/domain-error.js';
import { privacyErrors } from '../privacy.errors.js';
import { VaultService } from '../vault.service.js';
import { decrypted } from './archive.js';
import { demandManage, requestOwner } from './demands.service.js';
import { archivePlace } from './export-person.job.js';
import { PrivacyRequest } from './privacy-request.entity.js';

@Controller('api/privacy')
export class ExportsController {
  constructor(
    private readonly vault: VaultService,
    private readonly blobs: BlobStore,
    private readonly audit: AuditService,
  ) {}

  /** The archive of an export, decrypted on the way. */
  @Get('exports/:id')
  @Allow(Permission.PrivacyManage)
  async download(@Ctx() ctx: RequestContext, @Param('id') id: string) {
    demandManage(ctx);
    const request = found(isUUID(id) ? await ctx.manager.findOneBy(PrivacyRequest, { id }) : null, 'export');
    if (request.blob === null) throw new DomainError(privacyErrors.EXPORT_GONE);
    const { key } = await this.vault.keyFor(ctx, requestOwner(id));
    await this.audit.append(ctx, { action: 'privacy.download', target: { kind: 'privacy-request', key: id } });
    return new StreamableFile(decrypted(await this.blobs.path(request.blob), key, archivePlace), { type: 'application/zip', disposition: `attachment; filename="personal-data-${id.slice(0, 8)}.zip"` });
  }
}
