/** How the sentence vector of a model is made. */
export type Pooling = 'ngram-projection' | 'cls' | 'mean';

/** Where the out-of-scope threshold came from; `default` means that the data allowed no estimate. */
export type ThresholdSource = 'examples' | 'held-out-intents' | 'default';

/** `config.json`: what a consumer needs to read the outputs of `model.onnx`. Labels are keys, never titles. */
export interface ArtifactConfig {
  schema: 1;
  /** In the order of `intent_logits`. */
  intents: { key: string; outOfScope: boolean }[];
  /** In the order of `slot_logits`: `O`, then `B-<slot key>` and `I-<slot key>`. */
  slotLabels: string[];
  /** Longest input in tokens, the special ones included; longer texts are cut. */
  maxLength: number;
  pooling: Pooling;
  embeddingSize: number;
  /** Divisors of the logits before softmax, fitted on held-out text (Guo et al. 2017). */
  temperature: { intent: number; slot: number };
  /** A text whose best in-scope confidence is below `threshold` is out of scope. */
  outOfScope: { threshold: number; source: ThresholdSource };
  tokenizer: { padId: number; unit: 'code-point' | 'word-piece' };
}

/** The files that every artifact holds besides its manifest. */
export const ARTIFACT_FILES = ['model.onnx', 'tokenizer.json', 'config.json', 'metrics.json', 'card.md'] as const;

export const MANIFEST_FILE = 'manifest.json';

/** Facts about a training run that its manifest records. */
export interface ManifestMeta {
  method: string;
  snapshotHash: string;
  /** Null when nothing pretrained was used. */
  baseModelHash: string | null;
  seed: number;
  hyper: Record<string, number | string | boolean | null>;
  trainer: { name: string; version: string };
}

/** `manifest.json`. It holds no time of day, so equal inputs give an equal hash. */
export interface Manifest extends ManifestMeta {
  schema: 1;
  files: Record<string, { sha256: string; bytes: number }>;
}
