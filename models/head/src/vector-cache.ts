import { createHash } from 'node:crypto';
import { appendFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

const KEY_BYTES = 32;
const CHECK_BYTES = 4;
/** 250,000 vectors of 512 numbers. */
const DEFAULT_MAX_BYTES = 512 * 1024 * 1024;

/** What a vector is kept under: the token ids that the encoder reads. */
export function vectorKey(ids: readonly number[]): string {
  return createHash('sha256').update(Int32Array.from(ids)).digest('hex');
}

/**
 * Sentence vectors of one encoder in one file, so that a text is encoded once and not at every training. The file is a
 * row of equal records {key, numbers, CRC-32}, only ever appended to; reading stops at the first record that fails its
 * check, so a crash costs the records that were being written. Two trainings at once may both append. Losing the file
 * loses time only.
 */
export class VectorCache {
  private readonly added = new Map<string, Float32Array>();
  private readonly used = new Set<string>();

  private constructor(
    private readonly path: string,
    private readonly size: number,
    private readonly maxBytes: number,
    private readonly records: Buffer,
    private readonly offsets: ReadonlyMap<string, number>,
    /** Something follows the good records: the next flush writes the file anew without it. */
    private readonly isTorn: boolean,
  ) {}

  /** `encoder` is the hash of the encoder, `size` the length of its vectors. A file that cannot be read counts as empty. */
  static async open(dir: string, encoder: string, size: number, maxBytes = DEFAULT_MAX_BYTES): Promise<VectorCache> {
    await mkdir(dir, { recursive: true });
    const path = join(dir, `${encoder}-${size}.vectors`);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    const length = recordBytes(size);
    const offsets = new Map<string, number>();
    let at = 0;
    for (; at + length <= bytes.length && isWhole(bytes, at, length); at += length) offsets.set(bytes.toString('hex', at, at + KEY_BYTES), at);
    return new VectorCache(path, size, maxBytes, bytes.subarray(0, at), offsets, at < bytes.length);
  }

  get(key: string): Float32Array | undefined {
    const at = this.offsets.get(key);
    if (at === undefined) return this.added.get(key);
    this.used.add(key);
    const vector = new Float32Array(this.size);
    for (let d = 0; d < this.size; d++) vector[d] = this.records.readFloatLE(at + KEY_BYTES + 4 * d);
    return vector;
  }

  add(key: string, vector: Float32Array): void {
    if (!this.offsets.has(key)) this.added.set(key, vector);
  }

  /** Writes what was added. Where the file would grow beyond its bound only what this training used stays. */
  async flush(): Promise<void> {
    if (this.added.size === 0) return;
    const fresh = Buffer.concat([...this.added].map(([key, vector]) => record(key, vector)));
    const isFull = this.records.length + fresh.length > this.maxBytes;
    if (!isFull && !this.isTorn) return appendFile(this.path, fresh);
    const length = recordBytes(this.size);
    const kept = isFull ? [...this.used].map((key) => this.records.subarray(this.offsets.get(key)!, this.offsets.get(key)! + length)) : [this.records];
    const all = Buffer.concat([...kept, fresh]);
    await this.replace(all.subarray(0, Math.min(all.length, Math.floor(this.maxBytes / length) * length)));
  }

  private async replace(bytes: Buffer): Promise<void> {
    const half = `${this.path}.${process.pid}-${Date.now()}.part`;
    try {
      const file = await open(half, 'wx');
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await rename(half, this.path);
    } finally {
      await rm(half, { force: true });
    }
  }
}

const recordBytes = (size: number): number => KEY_BYTES + 4 * size + CHECK_BYTES;

const isWhole = (bytes: Buffer, at: number, length: number): boolean => crc32(bytes.subarray(at, at + length - CHECK_BYTES)) === bytes.readUInt32LE(at + length - CHECK_BYTES);

function record(key: string, vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(recordBytes(vector.length));
  bytes.write(key, 'hex');
  vector.forEach((value, d) => bytes.writeFloatLE(value, KEY_BYTES + 4 * d));
  bytes.writeUInt32LE(crc32(bytes.subarray(0, bytes.length - CHECK_BYTES)), bytes.length - CHECK_BYTES);
  return bytes;
}
