import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { ActorResolver } from '../actor/actor-resolver.js';
import type { ContextCarrier } from '../actor/execution.js';
import { type Language, RequestContext } from '../actor/request-context.js';

/** The first language of Accept-Language that we speak; Chinese otherwise. */
export function preferredLanguage(header: string | undefined): Language {
  const first = /\b(zh|en)\b/i.exec(header ?? '');
  return first?.[1]?.toLowerCase() === 'en' ? 'en' : 'zh';
}

/** Builds the RequestContext of a request: who asks, in which language. */
@Injectable()
export class RequestContextFactory {
  constructor(
    @Inject(ActorResolver) private readonly actors: ActorResolver,
    private readonly database: DataSource,
  ) {}

  async create(request: IncomingMessage): Promise<RequestContext> {
    const { actor, language } = await this.actors.resolve(request);
    const spoken = language === 'en' || language === 'zh' ? language : preferredLanguage(request.headers['accept-language']);
    return new RequestContext(actor, spoken, this.database.manager, { ip: request.socket.remoteAddress ?? null, requestId: randomUUID() });
  }
}

@Injectable()
export class AuthenticationMiddleware implements NestMiddleware {
  constructor(private readonly contexts: RequestContextFactory) {}

  use(request: Request, _response: Response, next: NextFunction): void {
    this.contexts.create(request).then((context) => {
      (request as Request & ContextCarrier).banshi = context;
      next();
    }, next);
  }
}
