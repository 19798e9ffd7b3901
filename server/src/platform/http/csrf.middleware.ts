import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ENVIRONMENT } from '../configuration/configuration.module.js';
import type { Environment } from '../configuration/environment.js';
import { commonErrors, DomainError } from '../errors/domain-error.js';
import { csrfHeader, isSameOrigin } from './origin.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a state-changing request that carries a cookie but was not made by our own pages. Bearer keys are no ambient authority and pass. */
@Injectable()
export class CsrfMiddleware implements NestMiddleware {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  use(request: Request, _response: Response, next: NextFunction): void {
    const isAmbient = request.headers.cookie !== undefined && request.headers.authorization === undefined;
    const isTrusted = request.headers[csrfHeader] !== undefined && isSameOrigin(request, this.environment.origin);
    next(safeMethods.has(request.method) || !isAmbient || isTrusted ? undefined : new DomainError(commonErrors.BAD_ORIGIN));
  }
}
