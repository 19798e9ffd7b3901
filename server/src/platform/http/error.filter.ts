import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { ContextCarrier } from '../actor/execution.js';
import { type PublicError, toPublicError } from '../errors/public-error.js';
import { graphqlPath } from '../graphql/graphql-path.js';
import { preferredLanguage } from './authentication.middleware.js';

/**
 * Renders errors of HTTP routes as `{"error":{"code","message","field"?,"details"?}}`; GraphQL has its own formatter. What is
 * refused before GraphQL sees it (too large, no session to be read) is answered in GraphQL's shape all the same: a client of
 * it looks for nothing else.
 */
@Catch()
@Injectable()
export class ErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw error;
    const http = host.switchToHttp();
    const request = http.getRequest<Request & Partial<ContextCarrier>>();
    const response = http.getResponse<Response>();
    const language = request.banshi?.language ?? preferredLanguage(request.headers['accept-language']);
    const { status, ...body } = toPublicError(error instanceof HttpException ? fromHttp(error) : error, language, request.banshi?.request.requestId);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    // RFC 6585: the caller learns when it may come again. Of what merely is too busy, a second is a fair guess.
    if (status === 429) response.setHeader('retry-after', String(body.params?.['seconds'] ?? 1));
    response.status(status).json(request.path === graphqlPath ? asGraphql(body) : { error: body });
  }
}

const asGraphql = ({ message, ...extensions }: Omit<PublicError, 'status'>) => ({ errors: [{ message, extensions }] });

/** Nest and body-parser speak HTTP; their status is kept, their wording replaced. */
const fromHttp = (error: HttpException) => Object.assign(new Error(error.message), { status: error.getStatus() });
