import { decodeStrictly, detectEncoding } from '../../../../platform/files/text-encoding.js';
import { Readable } from 'node:stream';

/** Decodes text of any encoding that Chinese offices use; broken characters become U+FFFD. */
export async function decodeText(bytes: Buffer): Promise<string> {
  const encoding = await detectEncoding(Readable.from([bytes]));
  const text = decodeStrictly(bytes, encoding) ?? new TextDecoder(encoding).decode(bytes);
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').replaceAll('\u0000', '');
}
