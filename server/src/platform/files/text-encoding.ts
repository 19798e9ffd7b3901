import type { Readable } from 'node:stream';
import { byteLines } from './byte-lines.js';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** So much of a file is looked at. */
const sampleBytes = 1_048_576;
const maxLineBytes = 262_144;

const isAscii = (bytes: Buffer) => bytes.every((byte) => byte < 0x80);

/** The text of the bytes, or null where they are broken. */
export function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The encoding of a text file, from its byte order mark or its first megabyte: GB18030 where more of the lines that are not
 * ASCII are broken UTF-8 than whole, so that a few damaged lines do not turn a UTF-8 file into another encoding.
 */
export async function detectEncoding(stream: Readable): Promise<TextEncoding> {
  let whole = 0;
  let broken = 0;
  let seen = 0;
  for await (const { n, bytes } of byteLines(stream, maxLineBytes)) {
    if (n === 1 && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
    if (n === 1 && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
    if (n === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
    seen += bytes.length;
    if (!isAscii(bytes)) {
      if (decodeStrictly(bytes, 'utf-8') !== null) whole += 1;
      else broken += 1;
    }
    if (seen > sampleBytes) break;
  }
  return broken > whole ? 'gb18030' : 'utf-8';
}
