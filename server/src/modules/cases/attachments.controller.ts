import { Controller, Get, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import type { Request } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { UploadsService } from '../../platform/blobs/uploads.service.js';
import { found } from '../../platform/errors/domain-error.js';
import { AttachmentsService } from './attachments.service.js';
import { CasesService } from './cases.service.js';

const maxAttachmentBytes = 20 * 1_048_576;
/** Types that a browser shows without running anything; others are handed over as plain bytes. */
const shownTypes = new Set(['image/jpeg', 'image/png', 'application/pdf']);

@Controller('api/cases')
export class AttachmentsController {
  constructor(
    private readonly cases: CasesService,
    private readonly attachments: AttachmentsService,
    private readonly uploads: UploadsService,
    private readonly blobs: BlobStore,
  ) {}

  /** A file that a clerk adds, or whoever mends a case; `multipart/form-data`. */
  @Post('attachments')
  @HttpCode(201)
  @Allow(Permission.CasesHandle, Permission.CasesManage)
  async receive(@Ctx() ctx: RequestContext, @Req() request: Request) {
    const { sha256, name, size, mediaType } = await this.uploads.receive(ctx, request, maxAttachmentBytes, { isPersonal: true });
    return { blob: sha256, name, size: Number(size), mediaType };
  }

  @Get(':id/attachments/:blob')
  @Allow(Permission.CasesRead, Permission.CasesHandle)
  async read(@Ctx() ctx: RequestContext, @Param('id') id: string, @Param('blob') blob: string) {
    const row = found(await this.cases.find(ctx, id), 'case');
    const { name, mediaType, size } = await this.attachments.get(ctx, row, blob);
    const type = shownTypes.has(mediaType) ? mediaType : 'application/octet-stream';
    return new StreamableFile(await this.blobs.read(blob), { type, length: size, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
  }
}
