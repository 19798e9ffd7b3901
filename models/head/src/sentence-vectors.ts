import type { Encoder } from './encoder.js';
import type { TrainingWarning } from './training-problem.js';
import { VectorCache, vectorKey } from './vector-cache.js';

export interface VectorOptions {
  /** Where vectors are kept from one training to the next; nowhere when absent. */
  cacheDir?: string | undefined;
  onProgress: (encoded: number, texts: number) => void;
  onWarning: (warning: TrainingWarning) => void;
}

/** The vector of every text (as token ids), each distinct text encoded once, here or in an earlier training. */
export async function sentenceVectors(encoder: Encoder, texts: readonly number[][], { cacheDir, onProgress, onWarning }: VectorOptions): Promise<Float32Array[]> {
  const { hash, maxLength, hiddenSize } = encoder.info;
  const cache = cacheDir === undefined ? undefined : await VectorCache.open(cacheDir, hash, hiddenSize);
  const keys = texts.map((ids) => vectorKey(ids.slice(0, maxLength)));
  const vectors = new Map<string, Float32Array>();
  const missing = new Map<string, number[]>();
  keys.forEach((key, i) => {
    if (vectors.has(key) || missing.has(key)) return;
    const kept = cache?.get(key);
    if (kept) vectors.set(key, kept);
    else missing.set(key, texts[i]!);
  });
  const order = [...missing.keys()];
  let encoded = 0;
  onProgress(encoded, order.length);
  for await (const batch of encoder.encode([...missing.values()])) {
    for (const { index, vector } of batch) {
      vectors.set(order[index]!, vector);
      cache?.add(order[index]!, vector);
    }
    onProgress((encoded += batch.length), order.length);
  }
  await cache?.flush().catch((error: Error) => onWarning({ code: 'vectors-not-kept', message: `sentence vectors could not be kept for the next training: ${error.message}` }));
  return keys.map((key) => vectors.get(key)!);
}
