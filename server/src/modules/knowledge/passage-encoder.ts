import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { shippedEncoderFolder } from '@banshi/encoder';
import { createEncoder, type SentenceEncoder, VectorCache } from '@banshi/head';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { log } from '../../platform/logging/log.js';
import { ModelStoreService } from '../registry/model-store.service.js';

/** So many passages are encoded before what is done is kept. */
const chunk = 256;

/** Vectors of passages and questions, by the encoder that ships, in a thread of its own; those of passages are kept on disk under the encoder's and the text's hash. */
@Injectable()
export class PassageEncoder implements OnApplicationShutdown {
  private encoder: Promise<SentenceEncoder> | null = null;
  private isClosed = false;

  constructor(private readonly store: ModelStoreService) {}

  /** Null where the encoder cannot be used; then words alone decide. */
  async question(text: string): Promise<Float32Array | null> {
    const encoder = await this.open();
    const [vector] = (await encoder?.encode([text]).catch((error: Error) => (log.warn({ err: error }, 'a question was not encoded'), []))) ?? [];
    return vector ?? null;
  }

  /** The vector of each passage, those that were encoded before from the disk. Null where the encoder cannot be used. */
  async passages(texts: readonly string[]): Promise<Float32Array[] | null> {
    const encoder = await this.open();
    if (!encoder) return null;
    const cache = await VectorCache.open(join(this.store.cacheFolder(), 'passages'), encoder.info.hash, encoder.info.hiddenSize);
    const keys = texts.map((text) => createHash('sha256').update(text).digest('hex'));
    const missing = [...new Map(keys.map((key, i) => [key, i] as const)).entries()].filter(([key]) => !cache.get(key));
    for (let at = 0; at < missing.length && !this.isClosed; at += chunk) {
      const part = missing.slice(at, at + chunk);
      const vectors = await encoder.encode(part.map(([, i]) => texts[i]!));
      part.forEach(([key], i) => cache.add(key, vectors[i]!));
    }
    await cache.flush().catch((error: Error) => log.warn({ err: error }, 'vectors of passages could not be kept'));
    return this.isClosed ? null : keys.map((key) => cache.get(key)!);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await (await this.encoder)?.close().catch(() => undefined);
  }

  private async open(): Promise<SentenceEncoder | null> {
    if (this.isClosed) return null;
    this.encoder ??= createEncoder(shippedEncoderFolder());
    return this.encoder.catch((error: Error) => {
      log.warn({ err: error }, 'the encoder cannot be used; policies are searched by words');
      this.encoder = null;
      return null;
    });
  }
}
