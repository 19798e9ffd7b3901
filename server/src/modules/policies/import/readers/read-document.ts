import { open, readFile, stat } from 'node:fs/promises';
import { DomainError } from '../../../../platform/errors/domain-error.js';
import { policyErrors } from '../../policy.errors.js';
import { readDocx } from './read-docx.js';
import { readHtml } from './read-html.js';
import { readPdf } from './read-pdf.js';
import { decodeText } from './read-text.js';

export const documentFormats = ['docx', 'pdf', 'html', 'text'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What a body may hold; the longest statute in force has about 110,000 characters. */
export const maxCharacters = 1_000_000;
const maxTextBytes = 16 * 1_048_576;

/** The text of a file, whatever it is by its first bytes; its name decides nothing. Throws a DomainError for what cannot be read. */
export async function readDocument(path: string, signal?: AbortSignal): Promise<{ format: DocumentFormat; text: string }> {
  const format = await formatOf(path);
  const text = tidy(await read(path, format, signal));
  if (text.trim() === '') throw new DomainError(policyErrors.POLICY_FILE_EMPTY);
  if (text.length > maxCharacters) throw tooLong();
  return { format, text };
}

const tooLong = () => new DomainError(policyErrors.POLICY_TOO_LONG, { params: { limit: maxCharacters } });

async function read(path: string, format: DocumentFormat, signal?: AbortSignal): Promise<string> {
  if (format === 'docx') return readDocx(path);
  if (format === 'pdf') return readPdf(path, signal);
  if ((await stat(path)).size > maxTextBytes) throw tooLong();
  const text = await decodeText(await readFile(path));
  return format === 'html' ? readHtml(text) : text;
}

async function formatOf(path: string): Promise<DocumentFormat> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0).finally(() => file.close());
  const head = buffer.subarray(0, bytesRead);
  if (head.length === 0) throw new DomainError(policyErrors.POLICY_FILE_EMPTY);
  if (head.subarray(0, 1_024).includes('%PDF-')) return 'pdf';
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'docx';
  // The old binary format, and what Word makes of a DOCX with a password.
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw new DomainError(head.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? policyErrors.POLICY_FILE_ENCRYPTED : policyErrors.POLICY_FILE_UNSUPPORTED);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (head.includes(0) && !isWide) throw new DomainError(policyErrors.POLICY_FILE_UNSUPPORTED);
  return /<(?:!doctype\s+html|html|head|body|div|p|table|meta)\b/i.test(head.toString('latin1')) ? 'html' : 'text';
}

/** Half characters and control characters would make the text unfit for JSON and for PostgreSQL. */
const tidy = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').replace(/\n{3,}/g, '\n\n');
