/** What a model says about one text. Offsets count code points, ends are exclusive. */
export interface Interpretation {
  /** All intents, the most likely first; confidences are calibrated and sum to 1. */
  intents: { key: string; confidence: number }[];
  /** The best intent is an out-of-scope one, or no in-scope intent reaches the model's threshold. */
  outOfScope: boolean;
  /** `score` is the geometric mean of the token probabilities. */
  slots: { slot: string; start: number; end: number; text: string; score: number }[];
  /** The text was longer than the model reads; only its beginning was interpreted. */
  truncated: boolean;
  /** Unit length; only when asked for. */
  embedding?: Float32Array;
}

export interface InterpretOptions { embedding?: boolean }

/** The outputs of the graph for one text, special tokens included. */
export interface RawOutputs { intentLogits: Float32Array; slotLogits: Float32Array; embedding: Float32Array }
