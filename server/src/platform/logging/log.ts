import { pino } from 'pino';

/** JSON lines on standard output. Requests' bodies, cookies and keys are never logged. */
export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  redact: ['password', 'secret', 'token', 'cookie', 'authorization', '*.password', '*.secret', '*.token', '*.cookie', '*.authorization'],
});
