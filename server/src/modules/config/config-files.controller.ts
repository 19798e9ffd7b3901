import { pipeline } from 'node:stream/promises';
import { isKindName, type KindName } from '@banshi/bundle';
import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import yazl from 'yazl';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { UploadsService } from '../../platform/blobs/uploads.service.js';
import { toOperationModel } from '../../platform/jobs/operation.model.js';
import { ConfigFilesJob } from './config-files.job.js';
import { ConfigFilesService } from './config-files.service.js';
import { knownKind } from './items.service.js';

/** The same content gives the same archive, byte for byte. */
const entryTime = new Date('1980-01-01T00:00:00Z');

@Controller('api/config')
export class ConfigFilesController {
  constructor(
    private readonly files: ConfigFilesService,
    private readonly job: ConfigFilesJob,
    private readonly uploads: UploadsService,
  ) {}

  /** The drafts (`?kinds=service,form` for some), or what `?bundle=HASH` or `?channel=hall` holds, as a ZIP archive. Its hash is in X-Banshi-Bundle. */
  @Get('export.zip')
  @Allow(Permission.ConfigRead)
  async export(@Ctx() ctx: RequestContext, @Res() response: Response, @Query() query: Record<string, unknown>): Promise<void> {
    const text = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : undefined);
    const kinds = text('kinds')?.split(',').map((kind): KindName => (isKindName(kind) ? kind : knownKind(kind)));
    const { bundle, files } = await this.files.exportFiles(ctx, { kinds, bundle: text('bundle'), channel: text('channel') });
    response.setHeader('content-type', 'application/zip');
    response.setHeader('content-disposition', `attachment; filename="banshi-${bundle.slice(0, 12)}.zip"`);
    response.setHeader('x-banshi-bundle', bundle);
    const archive = new yazl.ZipFile();
    for (const [path, content] of files) archive.addBuffer(Buffer.from(content), path, { mtime: entryTime });
    archive.end();
    await pipeline(archive.outputStream, response);
  }

  /** An exported archive (`multipart/form-data`), imported by an operation: its result or its problems are found there. */
  @Post('import')
  @Allow(Permission.ConfigWrite)
  async import(@Ctx() ctx: RequestContext, @Req() request: Request) {
    const upload = await this.uploads.receive(ctx, request);
    return toOperationModel(ctx, await this.job.enqueue(ctx, upload));
  }
}
