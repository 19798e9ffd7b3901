import type { RequestContext } from '../actor/request-context.js';
import type { Operation } from './operation.entity.js';

/** What a handler is given. */
export interface OperationRun<Payload = Record<string, unknown>> {
  operation: Operation;
  payload: Payload;
  /** Acts as the system on behalf of who asked. */
  ctx: RequestContext;
  /** Aborted when a person cancels, or the server drains. */
  signal: AbortSignal;
  /**
   * Share done (0 to 1, null while unknown) and what is being done. Written at most a few times a second.
   * `step` is a code such as `checking` or `downloading:NAME`, which the reader’s language puts into words; anything else is shown as it is.
   */
  report(progress: number | null, step?: string): void;
}

/** Thrown by a handler that stopped because its signal was aborted. */
export class OperationCancelled extends Error {}
