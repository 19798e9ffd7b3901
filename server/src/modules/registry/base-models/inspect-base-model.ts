import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { BaseModel } from '../base-model.entity.js';
import { registryErrors } from '../registry.errors.js';
import { readSafetensors, type TensorShapes } from './safetensors.js';

const count = z.number().int().positive();
const bertConfig = z.object({
  model_type: z.string().optional(),
  architectures: z.array(z.string()).min(1).optional(),
  hidden_size: count.max(8_192),
  num_hidden_layers: count.max(96),
  num_attention_heads: count,
  vocab_size: count.max(1_000_000),
  max_position_embeddings: count.max(100_000),
  position_embedding_type: z.string().optional(),
});
const tokenizerFile = z.object({ model: z.object({ vocab: z.record(z.string(), z.number().int().min(0)) }) });
const encoderFile = z.object({ name: z.string().nullish(), title: z.string().nullish(), license: z.string().nullish(), unit: z.string() });

export type BaseModelFacts = Pick<BaseModel, 'architecture' | 'layers' | 'hiddenSize' | 'vocabularySize' | 'maxLength' | 'license' | 'card' | 'methods'> & { name: string | null; title: string | null };

/**
 * Reads what a folder says of itself and checks that it is a BERT encoder with a tokenizer that fits: the shapes of
 * the weights against `config.json`, the vocabulary against both. Runs nothing of it. Throws BASE_FILE_MISSING,
 * BASE_CORRUPT or BASE_ARCHITECTURE.
 */
export async function inspectBaseModel(dir: string): Promise<BaseModelFacts> {
  const config = await readConfig(dir);
  const tensors = await readSafetensors(join(dir, 'model.safetensors')).catch((error: unknown) => {
    throw corrupt('model.safetensors', error);
  });
  checkShapes(tensors, config);
  await checkTokenizer(dir, config.vocab_size);
  const card = (await readOptional(join(dir, 'card.md'))) ?? (await readOptional(join(dir, 'README.md')));
  const encoder = (await exists(join(dir, 'encoder.json'))) ? (encoderFile.safeParse(await readJson(dir, 'encoder.json')).data ?? null) : null;
  return {
    name: encoder?.name ?? null,
    title: encoder?.title ?? null,
    architecture: config.architectures?.[0] ?? 'BertModel',
    layers: config.num_hidden_layers,
    hiddenSize: config.hidden_size,
    vocabularySize: config.vocab_size,
    maxLength: config.max_position_embeddings,
    license: encoder?.license ?? licenseOf(card),
    card,
    // Its slot head labels characters, so a token has to be one.
    methods: encoder?.unit === 'code-point' && (await exists(join(dir, 'encoder.onnx'))) ? ['head', 'full'] : ['full'],
  };
}

type Config = z.infer<typeof bertConfig>;

async function readConfig(dir: string): Promise<Config> {
  const value = await readJson(dir, 'config.json');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw corrupt('config.json', '{ … }');
  const { model_type, auto_map, architectures } = value as Record<string, unknown>;
  // A model may name Python files of its own that transformers would load.
  if (auto_map !== undefined) throw corrupt('config.json', 'auto_map');
  const named = Array.isArray(architectures) ? String(architectures[0]) : '';
  if (model_type !== 'bert' && !(model_type === undefined && named.startsWith('Bert'))) throw new DomainError(registryErrors.BASE_ARCHITECTURE, { params: { architecture: (typeof model_type === 'string' ? model_type : named).slice(0, 80) || '?' } });
  const parsed = bertConfig.safeParse(value);
  if (!parsed.success) throw corrupt('config.json', parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const { hidden_size, num_attention_heads, position_embedding_type } = parsed.data;
  if (hidden_size % num_attention_heads !== 0) throw corrupt('config.json', `hidden_size ${hidden_size}, num_attention_heads ${num_attention_heads}`);
  if (position_embedding_type !== undefined && position_embedding_type !== 'absolute') throw new DomainError(registryErrors.BASE_ARCHITECTURE, { params: { architecture: `bert, ${position_embedding_type.slice(0, 60)}` } });
  return parsed.data;
}

/** Names begin with `bert.` where the file was saved with a head, and do not where it was saved without. */
function checkShapes(tensors: TensorShapes, config: Config): void {
  const shapeOf = (name: string) => tensors.get(name) ?? tensors.get(`bert.${name}`);
  const expect = (name: string, expected: number[]) => {
    const shape = shapeOf(name);
    if (!shape) throw corrupt('model.safetensors', `${name} is missing`);
    if (shape.join('×') !== expected.join('×')) throw corrupt('model.safetensors', `${name}: ${shape.join('×')}, config.json: ${expected.join('×')}`);
  };
  const { hidden_size: hidden, vocab_size, max_position_embeddings, num_hidden_layers } = config;
  expect('embeddings.word_embeddings.weight', [vocab_size, hidden]);
  expect('embeddings.position_embeddings.weight', [max_position_embeddings, hidden]);
  for (let layer = 0; layer < num_hidden_layers; layer += 1) expect(`encoder.layer.${layer}.attention.self.query.weight`, [hidden, hidden]);
}

async function checkTokenizer(dir: string, vocabularySize: number): Promise<void> {
  const parsed = tokenizerFile.safeParse(await readJson(dir, 'tokenizer.json'));
  if (!parsed.success) throw corrupt('tokenizer.json', 'model.vocab');
  const ids = Object.values(parsed.data.model.vocab);
  const largest = ids.reduce((most, id) => Math.max(most, id), -1);
  if (ids.length === 0 || largest >= vocabularySize) throw corrupt('tokenizer.json', `id ${largest}, vocab_size ${vocabularySize}`);
}

async function readJson(dir: string, name: string): Promise<unknown> {
  const text = await readOptional(join(dir, name));
  if (text === null) throw new DomainError(registryErrors.BASE_FILE_MISSING, { params: { file: name } });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw corrupt(name, error);
  }
}

const corrupt = (file: string, reason: unknown) => new DomainError(registryErrors.BASE_CORRUPT, { params: { file, reason: (reason instanceof Error ? reason.message : String(reason)).slice(0, 300) } });
const readOptional = (path: string) => readFile(path, 'utf8').catch(() => null);
const exists = (path: string) => stat(path).then((stats) => stats.isFile(), () => false);

/** The front matter of a card on the hub: `license: apache-2.0`. */
function licenseOf(card: string | null): string | null {
  const matter = card?.match(/^---\r?\n([\s\S]*?)\r?\n---/)?.[1];
  return matter?.match(/^license:\s*["']?([\w .+-]{1,80}?)["']?\s*$/m)?.[1] ?? null;
}
