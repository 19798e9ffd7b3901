import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MANIFEST_FILE } from '@banshi/artifact';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { found } from '../../platform/errors/domain-error.js';
import { ModelStoreService } from './model-store.service.js';
import { ModelVersionsService } from './model-versions.service.js';

@Controller('api/models')
export class ModelFilesController {
  constructor(
    private readonly versions: ModelVersionsService,
    private readonly store: ModelStoreService,
  ) {}

  /** One file of a version, by the name that its manifest lists; plain ONNX, for any server that reads it. */
  @Get(':n/files/:name')
  @Allow(Permission.ModelsRead)
  async file(@Ctx() ctx: RequestContext, @Param('n') n: string, @Param('name') name: string, @Res() response: Response): Promise<void> {
    const version = await this.versions.getByNumber(ctx, Number(n));
    const isListed = name === MANIFEST_FILE || Object.hasOwn(version.manifest.files, name);
    const dir = await this.store.verified(version.artifact);
    const path = found(isListed ? join(dir, name) : null, `file ${name.slice(0, 100)}`);
    response.setHeader('content-type', name.endsWith('.json') ? 'application/json' : name.endsWith('.md') ? 'text/markdown; charset=utf-8' : 'application/octet-stream');
    response.setHeader('content-disposition', `attachment; filename="model-v${version.n}-${name}"`);
    const known = version.manifest.files[name];
    if (known) response.setHeader('etag', `"${known.sha256}"`).setHeader('content-length', known.bytes);
    await pipeline(createReadStream(path), response);
  }
}
