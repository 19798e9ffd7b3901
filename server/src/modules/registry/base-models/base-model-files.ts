/** Files of a base model that are kept; all others are left where they are. */
export const baseModelFiles = {
  'config.json': { maxBytes: 1_000_000, isRequired: true },
  'model.safetensors': { maxBytes: 4_000_000_000, isRequired: true },
  'tokenizer.json': { maxBytes: 50_000_000, isRequired: true },
  'tokenizer_config.json': { maxBytes: 1_000_000, isRequired: false },
  'special_tokens_map.json': { maxBytes: 1_000_000, isRequired: false },
  'vocab.txt': { maxBytes: 50_000_000, isRequired: false },
  // With these two method `head` can read it as well.
  'encoder.json': { maxBytes: 1_000_000, isRequired: false },
  'encoder.onnx': { maxBytes: 1_000_000_000, isRequired: false },
  'encoder.bin': { maxBytes: 1_000_000_000, isRequired: false },
  'card.md': { maxBytes: 2_000_000, isRequired: false },
  'README.md': { maxBytes: 2_000_000, isRequired: false },
  LICENSE: { maxBytes: 1_000_000, isRequired: false },
} as const satisfies Record<string, { maxBytes: number; isRequired: boolean }>;

export type BaseModelFile = keyof typeof baseModelFiles;
export const baseModelFileNames = Object.keys(baseModelFiles) as BaseModelFile[];

/** Weights in formats that run code when they are read. */
export const isPickle = (name: string): boolean => /\.(bin|pt|pth|pkl|pickle|ckpt|joblib|npy|h5|msgpack)$/i.test(name) && name !== 'encoder.bin';
