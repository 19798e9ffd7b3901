import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { byteLines } from './byte-lines.js';
import { detectEncoding } from './text-encoding.js';

const inPieces = (bytes: Buffer, size: number) => Readable.from((function* () { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size); })());
const text = '办事大厅\n𠮷野家，㐀，你好\nplain\n';

describe('detectEncoding', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)('knows %s', async (encoding) => {
    const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
    expect(await detectEncoding(inPieces(bytes, 3))).toBe(encoding);
  });

  it('takes a UTF-8 file with one damaged line for UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xe5, 0x8a, 0x0a]), Buffer.from(text)]);
    expect(await detectEncoding(inPieces(bytes, 7))).toBe('utf-8');
  });
});

it('gives lines across pieces, without their ends, and cuts what is too long', async () => {
  const lines: [number, string, boolean][] = [];
  for await (const { n, bytes, isCut } of byteLines(inPieces(Buffer.from('ab\r\n\nlong line here\nend'), 2), 5)) lines.push([n, bytes.toString(), isCut]);
  expect(lines).toEqual([[1, 'ab', false], [2, '', false], [3, 'long ', true], [4, 'end', false]]);
});
