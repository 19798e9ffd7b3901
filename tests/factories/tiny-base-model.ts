import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const hidden = 8;
const vocabulary = 20;
const positions = 16;

/** A `.safetensors` file of zeros with these shapes. */
export function safetensors(shapes: Record<string, number[]>): Buffer {
  let end = 0;
  const header = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const begin = end;
      end += 4 * shape.reduce((product, extent) => product * extent, 1);
      return [name, { dtype: 'F32', shape, data_offsets: [begin, end] }];
    }),
  );
  const text = Buffer.from(JSON.stringify({ __metadata__: { format: 'pt' }, ...header }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, Buffer.alloc(end)]);
}

export const tinyShapes: Record<string, number[]> = {
  'bert.embeddings.word_embeddings.weight': [vocabulary, hidden],
  'bert.embeddings.position_embeddings.weight': [positions, hidden],
  'bert.encoder.layer.0.attention.self.query.weight': [hidden, hidden],
};

/** The smallest folder that passes for a BERT encoder. `files` replaces or (null) leaves out. */
export function tinyBaseModel(dir: string, files: Record<string, string | Buffer | null> = {}): string {
  const all: Record<string, string | Buffer | null> = {
    'config.json': JSON.stringify({ model_type: 'bert', architectures: ['BertModel'], hidden_size: hidden, num_hidden_layers: 1, num_attention_heads: 2, vocab_size: vocabulary, max_position_embeddings: positions }),
    'model.safetensors': safetensors(tinyShapes),
    'tokenizer.json': JSON.stringify({ model: { type: 'WordPiece', vocab: Object.fromEntries(Array.from({ length: vocabulary }, (_, i) => [`t${i}`, i])) } }),
    'README.md': '---\nlanguage: zh\nlicense: apache-2.0\n---\n# Tiny',
    ...files,
  };
  mkdirSync(dir, { recursive: true });
  for (const [name, content] of Object.entries(all)) if (content !== null) writeFileSync(join(dir, name), content);
  return dir;
}
