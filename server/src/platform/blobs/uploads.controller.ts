import { Controller, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Allow } from '../actor/allow.decorator.js';
import { Ctx } from '../actor/ctx.decorator.js';
import { Permission } from '../actor/permission.js';
import { RequestContext } from '../actor/request-context.js';
import { UploadsService } from './uploads.service.js';

@Controller('api/uploads')
export class UploadsController {
  constructor(private readonly uploads: UploadsService) {}

  /** One file, `multipart/form-data`, streamed to disk. What it is for is said by the operation that names its id. */
  @Post()
  @Allow(Permission.ConfigWrite, Permission.CorpusWrite)
  async receive(@Ctx() ctx: RequestContext, @Req() request: Request) {
    const { id, name, size, sha256, mediaType } = await this.uploads.receive(ctx, request);
    return { id, name, size: Number(size), sha256, mediaType };
  }
}
