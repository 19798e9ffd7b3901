/** The schema of `encoder.json` that this code reads. */
export const ENCODER_SCHEMA = 1;

/** The files that an encoder folder must hold to serve; those needed for training (`model.safetensors`) may be absent. */
export const ENCODER_FILES = ['encoder.json', 'encoder.onnx', 'tokenizer.json'] as const;

/** `encoder.json`: what a consumer needs to run `encoder.onnx`. */
export interface EncoderDescription {
  schema: typeof ENCODER_SCHEMA;
  /** Stable name, such as `banshi-zh-small`. */
  name: string;
  title: string;
  /** What one token covers. With `code-point`, hidden state n + 1 belongs to the n-th code point of the text. */
  unit: 'code-point' | 'word-piece';
  /** Longest input in tokens, the special ones included. */
  maxLength: number;
  hiddenSize: number;
  layers: number;
  vocabularySize: number;
  padId: number;
  /** SPDX identifier of the weights' licence; null when nobody said. */
  license: string | null;
  /** The model it was distilled from; null when it was not. */
  teacher: { name: string; license: string | null; sha256: string } | null;
}

/** `manifest.json` of an encoder folder. */
export interface EncoderManifest {
  schema?: 1;
  files: Record<string, { sha256: string; bytes: number }>;
}

/** A checked encoder folder. */
export interface EncoderInfo extends EncoderDescription {
  dir: string;
  /** The encoder's identity: SHA-256 of the canonical JSON of `{files}`, lower-case hexadecimal. */
  hash: string;
  files: EncoderManifest['files'];
}
