import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestHash, parseTaskConfig, readManifest, verifyArtifact } from '@banshi/artifact';
import type { ArtifactTask, Manifest, TaskConfigs } from '@banshi/artifact';
import { Tokenizer } from '@huggingface/tokenizers';
import { GraphSession } from './graph-session.js';
import { InferenceError } from './inference-error.js';

export interface SessionOptions {
  /** Threads inside one operator; 1 when several workers share the processor. */
  intraOpNumThreads?: number;
}

export interface OpenArtifact<T extends ArtifactTask> {
  /** The manifest's hash; empty while unsealed. */
  modelHash: string;
  config: TaskConfigs[T];
  tokenizer: Tokenizer;
  graph: GraphSession;
}

/** Verifies and loads an artifact folder. Throws `artifact-invalid` with every problem when it fails its manifest or is made for another task. */
export async function openArtifact<T extends ArtifactTask>(dir: string, task: T, options: SessionOptions = {}): Promise<OpenArtifact<T>> {
  const { ok, problems } = await verifyArtifact(dir);
  if (!ok) throw new InferenceError('artifact-invalid', `the model fails its manifest: ${problems.join('; ')}`, { problems });
  return load(dir, task, await readManifest(dir), options);
}

/** Loads a folder that has no manifest yet: for a trainer that measures what it is about to seal, and for nobody else. */
export async function openUnsealedArtifact<T extends ArtifactTask>(dir: string, task: T, options: SessionOptions = {}): Promise<OpenArtifact<T>> {
  return load(dir, task, null, options);
}

async function load<T extends ArtifactTask>(dir: string, task: T, manifest: Manifest | null, options: SessionOptions): Promise<OpenArtifact<T>> {
  const config = readConfig(await readFile(join(dir, 'config.json'), 'utf8'), task);
  const tokenizer = new Tokenizer(JSON.parse(await readFile(join(dir, 'tokenizer.json'), 'utf8')) as object, {});
  const graph = await GraphSession.create(join(dir, 'model.onnx'), config.tokenizer.padId, options.intraOpNumThreads ?? 1);
  return { modelHash: manifest ? manifestHash(manifest) : '', config, tokenizer, graph };
}

function readConfig<T extends ArtifactTask>(text: string, task: T): TaskConfigs[T] {
  try {
    return parseTaskConfig(text, task);
  } catch (error) {
    throw new InferenceError('artifact-invalid', (error as Error).message, { problems: [(error as Error).message] });
  }
}
