import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../../../platform/actor/allow.decorator.js';
import { Ctx } from '../../../../platform/actor/ctx.decorator.js';
import { Permission } from '../../../../platform/actor/permission.js';
import { RequestContext } from '../../../../platform/actor/request-context.js';
import { commonErrors, DomainError, found } from '../../../../platform/errors/domain-error.js';
import { ModelStoreService } from '../../../registry/model-store.service.js';
import { archiveOf, isThere, receive, transferFile, transferFolder } from './transfer-folder.js';
import { type TransferMethod, TransferLinks } from './transfer-links.js';

/** Transfers of jobs that run on a cluster. The signature of the link is what allows them, whoever asks. */
@Controller('api/training-transfer')
export class TransferController {
  constructor(
    private readonly links: TransferLinks,
    private readonly store: ModelStoreService,
  ) {}

  @Get(':job/:part')
  @Allow(Permission.Public)
  async send(@Ctx() ctx: RequestContext, @Param('job') job: string, @Param('part') part: string, @Query('expires') expires: string, @Query('signature') signature: string, @Res() response: Response): Promise<void> {
    const dir = await this.folder(ctx, 'GET', job, part, expires, signature);
    response.setHeader('content-type', 'application/zip');
    if (part === 'input') return pipeline(await archiveOf(`${transferFolder(dir)}/input`), response);
    const file = found((await isThere(transferFile(dir, part))) ? transferFile(dir, part) : null, part);
    return pipeline(createReadStream(file), response);
  }

  @Put(':job/:part')
  @Allow(Permission.Public)
  async receive(@Ctx() ctx: RequestContext, @Param('job') job: string, @Param('part') part: string, @Query('expires') expires: string, @Query('signature') signature: string, @Req() request: Request) {
    const dir = await this.folder(ctx, 'PUT', job, part, expires, signature);
    await receive(request, transferFile(dir, part));
    return { received: part };
  }

  /** Folder of a job that runs. A link of one that has ended is worth nothing. */
  private async folder(ctx: RequestContext, method: TransferMethod, job: string, part: string, expires: unknown, signature: unknown): Promise<string> {
    const isSigned = await this.links.isValid(method, job, part, typeof expires === 'string' ? expires : '', typeof signature === 'string' ? signature : '');
    if (!isSigned) throw new DomainError(commonErrors.FORBIDDEN);
    const rows = await ctx.manager.query<unknown[]>(`SELECT 1 FROM training_job j JOIN operation o ON o.id = j.operation_id WHERE j.id = $1 AND o.state IN ('QUEUED', 'RUNNING')`, [job]);
    if (rows.length === 0) throw new DomainError(commonErrors.FORBIDDEN);
    return this.store.workFolder(job);
  }
}
