import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { Request } from 'express';
import type { RequestContext } from './request-context.js';

/** What carries the RequestContext: the GraphQL context, or the HTTP request. */
export interface ContextCarrier {
  banshi: RequestContext;
}

export function carrierOf(execution: ExecutionContext): ContextCarrier {
  return execution.getType<GqlContextType>() === 'graphql'
    ? GqlExecutionContext.create(execution).getContext<ContextCarrier>()
    : execution.switchToHttp().getRequest<Request & ContextCarrier>();
}
