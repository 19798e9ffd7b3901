import { SetMetadata } from '@nestjs/common';

export const ON_OPERATION = 'banshi:on-operation';

/**
 * Names the method that runs operations of a kind: `(run: OperationRun) => Promise<result>`.
 * It may run again from the start after a crash, so it must be idempotent. A DomainError ends it as FAILED at once;
 * any other error is retried with back-off.
 */
export const OnOperation = (kind: string) => SetMetadata(ON_OPERATION, kind);
