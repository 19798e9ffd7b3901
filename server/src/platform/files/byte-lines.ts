import type { Readable } from 'node:stream';

export interface ByteLine {
  /** From 1. */
  n: number;
  bytes: Buffer;
  /** It was longer than allowed; `bytes` is its beginning. */
  isCut: boolean;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Lines of a stream as bytes, without their line ends; of a line longer than `maxBytes` only the beginning is kept, so that
 * memory stays bounded whatever the file. A line feed is one byte in UTF-8 and GB18030 alike and no part of another character.
 */
export async function* byteLines(stream: Readable, maxBytes: number): AsyncGenerator<ByteLine> {
  let n = 1;
  let kept: Buffer[] = [];
  let length = 0;
  let isCut = false;
  const add = (part: Buffer) => {
    const room = Math.max(maxBytes - length, 0);
    if (part.length > room) isCut = true;
    if (room > 0 && part.length > 0) kept.push(part.subarray(0, room));
    length += part.length;
  };
  const line = (): ByteLine => {
    const bytes = Buffer.concat(kept);
    return { n, bytes: bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes, isCut };
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      add(chunk.subarray(from, end));
      yield line();
      from = end + 1;
      n += 1;
      kept = [];
      length = 0;
      isCut = false;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield line();
}
