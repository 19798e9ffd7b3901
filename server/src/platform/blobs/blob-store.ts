import type { Readable } from 'node:stream';

export interface StoredBlob {
  sha256: string;
  /** Bytes. */
  size: number;
}

/** Content-addressed store of immutable files: model files, uploads, attachments. */
export abstract class BlobStore {
  /** Stores the stream; the same content is kept once. Rejects and keeps nothing where it has more than `maxBytes`. */
  abstract write(content: Readable, maxBytes: number): Promise<StoredBlob>;

  abstract read(sha256: string): Promise<Readable>;

  /** A local path of the content, for programs that open files themselves. */
  abstract path(sha256: string): Promise<string>;

  /** Does nothing where it is not there. */
  abstract remove(sha256: string): Promise<void>;

  abstract has(sha256: string): Promise<boolean>;
}
