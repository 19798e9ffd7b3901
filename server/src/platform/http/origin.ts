import type { IncomingMessage } from 'node:http';

/** Custom header that a form or an image of another site cannot send without a CORS preflight, which we never grant. */
export const csrfHeader = 'x-banshi-csrf';

/** Whether the request comes from our own pages: the Origin's host is the one asked for, or the configured one. */
export function isSameOrigin(request: IncomingMessage, configuredOrigin: string | null): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] === undefined || request.headers['sec-fetch-site'] === 'same-origin';
  if (configuredOrigin !== null && origin === new URL(configuredOrigin).origin) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
