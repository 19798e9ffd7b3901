import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';

/** A page that is open all day need not ask more often; after an update it has the new script within this time. */
const maxAgeSeconds = 300;
const folder = join(dirname(createRequire(import.meta.url).resolve('@banshi/assistant/package.json')), 'dist');

interface Script {
  plain: Buffer;
  zipped: Buffer;
  etag: string;
}

/** `<banshi-assistant>` as one script. It holds nothing secret, so any site may load it; what it calls demands a key or the hall's own server. */
@Controller('hall/v1')
export class AssistantController {
  private readonly scripts = new Map<string, Promise<Script>>();

  @Get('assistant.js')
  @Allow(Permission.Public)
  assistant(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send('assistant.js', request, response);
  }

  /** The typed client alone, for halls that draw the conversation themselves. */
  @Get('client.js')
  @Allow(Permission.Public)
  client(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send('client.js', request, response);
  }

  private async send(name: string, request: Request, response: Response): Promise<void> {
    const { plain, zipped, etag } = await this.read(name);
    response.setHeader('etag', etag);
    response.setHeader('cache-control', `public, max-age=${maxAgeSeconds}`);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    response.setHeader('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === etag) return void response.status(304).end();
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    const isZipped = request.acceptsEncodings('gzip') === 'gzip';
    if (isZipped) response.setHeader('content-encoding', 'gzip');
    response.end(isZipped ? zipped : plain);
  }

  private read(name: string): Promise<Script> {
    let script = this.scripts.get(name);
    if (!script) {
      script = readFile(join(folder, name)).then(
        (plain) => ({ plain, zipped: gzipSync(plain, { level: 9 }), etag: `"${createHash('sha256').update(plain).digest('hex').slice(0, 32)}"` }),
        () => {
          // It appears with the next build.
          this.scripts.delete(name);
          throw new DomainError(commonErrors.NOT_FOUND, { params: { what: name } });
        },
      );
      this.scripts.set(name, script);
    }
    return script;
  }
}
