import { scrubText } from '@banshi/values';
import { pino, stdSerializers } from 'pino';

/** A text that may quote what a person typed, without personal data. Long ones are cut: looking through them would cost more than they tell. */
const quoted = (text: string): string => scrubText(text.length > 8_000 ? `${text.slice(0, 8_000)}…` : text);

interface Failure {
  message?: string;
  stack?: string;
  detail?: unknown;
  parameters?: unknown;
  query?: unknown;
  driverError?: unknown;
}

/** Errors of the database quote values (`Key (x)=(…)`, parameters of a statement): what they hold of persons stays out. */
function error(value: unknown): unknown {
  const { message, stack, detail: _detail, parameters: _parameters, driverError: _driverError, ...rest } = stdSerializers.err(value as Error) as unknown as Failure & Record<string, unknown>;
  return { ...rest, message: quoted(message ?? ''), stack: quoted(stack ?? '') };
}

/** JSON lines on standard output. Requests' bodies, cookies and keys are never logged; free texts are scrubbed of personal data. */
export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  redact: ['password', 'secret', 'token', 'cookie', 'authorization', '*.password', '*.secret', '*.token', '*.cookie', '*.authorization'],
  serializers: { err: (value: unknown) => (value instanceof Error ? error(value) : value), reason: (value: unknown) => (typeof value === 'string' ? quoted(value) : value) },
});
