import { createTransport } from 'nodemailer';
import { DomainError } from '../../platform/errors/domain-error.js';
import { notifyErrors } from './notify.errors.js';
import type { EmailSettings } from './notify-channel.entity.js';
import { outboundAddress } from './outbound-address.js';

export interface EmailMessage {
  /** Stable over all attempts: mail programs show a message with a known Message-ID once. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

const timeoutMs = 15_000;

/** Hands the message to the mail server. A refusal for good (5xx) is told apart from one that may pass. */
export async function sendEmail(settings: EmailSettings, password: string | null, message: EmailMessage, allowed: readonly string[]): Promise<void> {
  const { address } = await outboundAddress(settings.host, allowed);
  const transport = createTransport({
    host: address,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    tls: { servername: settings.host },
    ...(settings.user && { auth: { user: settings.user, pass: password ?? '' } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^>\s]+)>?\s*$/.exec(settings.from)?.[1] ?? settings.host;
  try {
    await transport.sendMail({ from: settings.from, to: { name: '', address: message.to }, subject: message.subject, text: message.text, messageId: `<${message.id}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated' } });
  } catch (error) {
    const { responseCode = 0, code = '', message: text } = error as Error & { responseCode?: number; code?: string };
    // Wrong credentials are mended by an administrator, not by the recipient's address.
    const isFinal = responseCode >= 500 && code !== 'EAUTH';
    throw new DomainError(notifyErrors.SEND_FAILED, { params: { reason: (responseCode ? `${responseCode} ` : '') + withoutAddress(text, message.to).slice(0, 200) }, details: { isFinal } });
  } finally {
    transport.close();
  }
}

/** Reasons are kept and shown; a server likes to repeat the address in them. */
const withoutAddress = (text: string, address: string) => text.replaceAll(address, '***');
