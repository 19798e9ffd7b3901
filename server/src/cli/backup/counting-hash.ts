import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

const newline = 0x0a;

/** Passes bytes through and knows afterwards how many, how many lines, and their hash. */
export class CountingHash extends Transform {
  private readonly hash = createHash('sha256');
  private digest: string | null = null;
  size = 0;
  /** COPY's text format escapes line breaks in values, so this is the number of rows. */
  lines = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.size += chunk.length;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) this.lines += 1;
    done(null, chunk);
  }

  get sha256(): string {
    return (this.digest ??= this.hash.digest('hex'));
  }
}
