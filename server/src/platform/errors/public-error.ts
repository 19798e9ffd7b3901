import type { Language } from '../actor/request-context.js';
import { log } from '../logging/log.js';
import { commonErrors, DomainError } from './domain-error.js';

export interface PublicError {
  status: number;
  code: string;
  message: string;
  field?: string;
  params?: Record<string, string | number>;
  details?: unknown;
}

/** What the outside may know of an error. A bug is logged with its stack and shown as INTERNAL with the request's number. */
export function toPublicError(error: unknown, language: Language, requestId = '-'): PublicError {
  const expected = error instanceof DomainError ? error : (fromTransport(error) ?? fromDatabase(error));
  if (expected) {
    if (expected.code === commonErrors.UNAVAILABLE.code) log.warn({ reason: error instanceof Error ? error.message : undefined, requestId }, 'database unavailable');
    const { field, params, details } = expected.facts;
    return { status: expected.definition.status, code: expected.code, message: expected.text(language), field, params, details };
  }
  log.error({ err: error, requestId }, 'unexpected error');
  const internal = new DomainError(commonErrors.INTERNAL, { params: { requestId } });
  return { status: 500, code: internal.code, message: internal.text(language) };
}

/** Errors of express and its body parsers carry a status; those below 500 are the caller's. */
function fromTransport(error: unknown): DomainError | null {
  const { status, type, message } = (error ?? {}) as { status?: unknown; type?: unknown; message?: unknown };
  if (typeof status !== 'number' || status >= 500) return null;
  if (status === 413 || type === 'entity.too.large') return new DomainError(commonErrors.TOO_LARGE, { params: { limit: '4 MB' } });
  if (status === 401) return new DomainError(commonErrors.UNAUTHENTICATED);
  if (status === 403) return new DomainError(commonErrors.FORBIDDEN);
  if (status === 404) return new DomainError(commonErrors.NOT_FOUND, { params: { what: typeof message === 'string' ? message.slice(0, 200) : '-' } });
  return new DomainError(commonErrors.INVALID_INPUT, { params: { reason: typeof message === 'string' ? message.slice(0, 200) : '-' } });
}

/**
 * SQLSTATEs by which PostgreSQL refuses a value itself: no such uuid, number or date (22P02, 22007, 22008), a number out of
 * range (22003), U+0000 in a text (22021, 22P05). They reach it where a schema says only "string".
 */
const refusedValues = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05']);

/** PostgreSQL is starting, stopping or full (class 57P0x, 53300), or nobody listens. */
const unavailable = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

interface DatabaseFailure {
  code?: unknown;
  message?: unknown;
  driverError?: DatabaseFailure;
}

function fromDatabase(error: unknown): DomainError | null {
  const failure = (error as DatabaseFailure | null)?.driverError;
  const { code, message } = failure ?? ((error ?? {}) as DatabaseFailure);
  if (failure && typeof code === 'string' && refusedValues.has(code)) return new DomainError(commonErrors.INVALID_INPUT, { params: { reason: `SQLSTATE ${code}` } });
  const isGone = (typeof code === 'string' && unavailable.has(code)) || (typeof message === 'string' && message.startsWith('Connection terminated'));
  return isGone ? new DomainError(commonErrors.UNAVAILABLE) : null;
}
