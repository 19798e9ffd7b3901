/** How the sentence vector of a model is made. */
export type Pooling = 'ngram-projection' | 'cls' | 'mean';

/** Where the out-of-scope threshold came from; `default` means that the data allowed no estimate. */
export type ThresholdSource = 'examples' | 'held-out-intents' | 'default';

/** `config.json` of a model that interprets utterances: what a consumer needs to read the outputs of `model.onnx`. Labels are keys, never titles. */
export interface ArtifactConfig {
  schema: 1;
  /** Absent here; the other tasks name themselves. */
  task?: undefined;
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
  tokenizer: TokenizerFacts;
}

export interface TokenizerFacts { padId: number; unit: 'code-point' | 'word-piece' }

/** `config.json` of a model whose `embedding` output lets questions find their passages. It has no other output. */
export interface RetrievalConfig {
  schema: 1;
  task: 'retrieval';
  maxLength: number;
  pooling: 'cls';
  embeddingSize: number;
  tokenizer: TokenizerFacts;
}

/**
 * `config.json` of a model that marks the answer to a question in a text. Its graph takes `token_type_ids` too (0 for
 * [CLS] question [SEP], 1 for text [SEP]) and gives `start_logits` and `end_logits` [B, T]; those of [CLS] stand for "no answer".
 */
export interface ExtractiveConfig {
  schema: 1;
  task: 'extractive';
  /** Of a window: [CLS] question [SEP] part of the text [SEP]. Windows overlap by half. */
  maxLength: number;
  /** Longest question without the special tokens; the rest is cut. */
  questionTokens: number;
  /** Longest answer. */
  answerTokens: number;
  /**
   * A span answers when its logits exceed those of "no answer" by `threshold`, which lets 5 % of the held-out questions
   * without an answer through; what a score has above it, divided by `temperature`, is the logit of its confidence.
   */
  answer: { threshold: number; temperature: number; source: ThresholdSource };
  tokenizer: TokenizerFacts;
}

/** What a model is made for; `understanding` stands for the configurations that name no task. */
export interface TaskConfigs { understanding: ArtifactConfig; retrieval: RetrievalConfig; extractive: ExtractiveConfig }
export type ArtifactTask = keyof TaskConfigs;
export type AnyArtifactConfig = TaskConfigs[ArtifactTask];

export const taskOf = (config: { task?: string }): string => config.task ?? 'understanding';

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
