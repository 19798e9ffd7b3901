import { applyDecorators, type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import { carrierOf } from './execution.js';

/** Runs the operation in one transaction and hands it over as the RequestContext. */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const carrier = carrierOf(execution);
    const outer = carrier.banshi;
    return defer(async () => {
      try {
        return await outer.transaction(async (inner) => {
          carrier.banshi = inner;
          return lastValueFrom(next.handle());
        });
      } finally {
        carrier.banshi = outer;
        outer.clearLoaders();
      }
    });
  }
}

/** A mutation with it commits as a whole or not at all. */
export const Transaction = () => applyDecorators(UseInterceptors(TransactionInterceptor));
