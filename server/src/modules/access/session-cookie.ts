import type { IncomingMessage } from 'node:http';
import { parse, serialize } from 'cookie';

const name = 'banshi_session';

export const readSessionCookie = (request: IncomingMessage): string | null => (request.headers.cookie ? (parse(request.headers.cookie)[name] ?? null) : null);

/** `Secure` behind https; unreadable for scripts; not sent by other sites' forms. An empty token ends the session in the browser. */
export const sessionCookie = (token: string, expires: Date, isSecure: boolean): string =>
  serialize(name, token, { httpOnly: true, sameSite: 'lax', path: '/', expires, secure: isSecure });
