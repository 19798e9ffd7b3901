import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { DomainError } from '../../platform/errors/domain-error.js';
import { signMessage } from './message-signature.js';
import { notifyErrors } from './notify.errors.js';
import { outboundAddress } from './outbound-address.js';

export interface WebhookMessage {
  /** Stable over all attempts. */
  id: string;
  topic: string;
  at: string;
  recipient: { realm: string; id: string };
  title: string;
  body: string;
  link: string | null;
}

const timeoutMs = 10_000;
/** Of an answer only its status counts. */
const maxAnswerBytes = 65_536;

/** Posts the message, signed. Follows no redirect; anything but 2xx is a failure, 410 one for good. */
export async function sendWebhook(url: string, secret: string | null, message: WebhookMessage, allowed: readonly string[], now = new Date()): Promise<void> {
  const { protocol, hostname, port, pathname, search, host } = new URL(url);
  const { address, family } = await outboundAddress(hostname, allowed);
  const body = JSON.stringify(message);
  const timestamp = Math.floor(now.getTime() / 1_000);
  const headers = {
    host,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'banshi-webhook/1',
    'webhook-id': message.id,
    'webhook-timestamp': String(timestamp),
    ...(secret && { 'webhook-signature': signMessage(secret, message.id, timestamp, body) }),
  };
  const isTls = protocol === 'https:';
  const options = { host: address, family, port: port || (isTls ? 443 : 80), path: pathname + search, method: 'POST', headers, timeout: timeoutMs, ...(isTls && { servername: hostname }) };
  const status = await new Promise<number>((resolve, reject) => {
    const sent = (isTls ? httpsRequest : httpRequest)(options, (response) => {
      let received = 0;
      response.on('data', (chunk: Buffer) => {
        received += chunk.length;
        if (received > maxAnswerBytes) response.destroy();
      });
      response.on('close', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    // The socket's own limit counts silence; a trickling answer must end as well.
    const deadline = setTimeout(() => sent.destroy(new Error('timeout')), timeoutMs);
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', reject);
    sent.on('close', () => clearTimeout(deadline));
    sent.end(body);
  }).catch((error: NodeJS.ErrnoException) => {
    throw new DomainError(notifyErrors.SEND_FAILED, { params: { reason: error.code ?? error.message } });
  });
  if (status < 200 || status >= 300) throw new DomainError(notifyErrors.SEND_FAILED, { params: { reason: `HTTP ${status}` }, details: { isFinal: status === 410 } });
}
