import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Signature of the Standard Webhooks scheme: HMAC-SHA256 over `id.timestamp.body`, base64, prefixed by its version, so that
 * libraries of that scheme verify it. The timestamp keeps a message that was overheard from being played again later.
 */
export function signMessage(secret: string, id: string, timestamp: number, body: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret, 'utf8');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** For receivers written in JavaScript, and for tests. */
export function isSigned(secret: string, id: string, timestamp: number, body: string, signature: string): boolean {
  const expected = Buffer.from(signMessage(secret, id, timestamp, body));
  return signature.split(' ').some((one) => one.length === expected.length && timingSafeEqual(Buffer.from(one), expected));
}
