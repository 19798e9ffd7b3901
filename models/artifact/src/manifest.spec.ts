import { appendFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArtifactConfig, ManifestMeta } from './artifact.types.js';
import { canonicalJson } from './canonical-json.js';
import { checkConfig, parseConfig, parseTaskConfig } from './check-config.js';
import { manifestHash, readManifest, writeManifest } from './manifest.js';
import { verifyArtifact } from './verify-artifact.js';

const meta: ManifestMeta = { method: 'head', snapshotHash: 'a'.repeat(64), baseModelHash: null, seed: 1, hyper: { epochs: 3 }, trainer: { name: 'test', version: '1' } };
const config: ArtifactConfig = {
  schema: 1,
  intents: [{ key: 'apply', outOfScope: false }, { key: 'other', outOfScope: true }],
  slotLabels: ['O', 'B-phone', 'I-phone'],
  maxLength: 64,
  pooling: 'cls',
  embeddingSize: 8,
  temperature: { intent: 1, slot: 1 },
  outOfScope: { threshold: 0.5, source: 'examples' },
  tokenizer: { padId: 0, unit: 'code-point' },
};

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banshi-artifact-'));
  for (const name of ['model.onnx', 'tokenizer.json', 'metrics.json', 'card.md']) await writeFile(join(dir, name), name);
  await writeFile(join(dir, 'config.json'), JSON.stringify(config));
  await writeManifest(dir, meta);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('verifyArtifact', () => {
  it('accepts what was sealed', async () => {
    expect(await verifyArtifact(dir)).toEqual({ ok: true, problems: [] });
  });

  it('finds a changed, a missing and an added file', async () => {
    await appendFile(join(dir, 'model.onnx'), 'x');
    await writeFile(join(dir, 'card.md'), 'CARD.MD');
    await rm(join(dir, 'metrics.json'));
    await writeFile(join(dir, 'weights.bin'), 'x');
    const { ok, problems } = await verifyArtifact(dir);
    expect(ok).toBe(false);
    expect(problems.join('\n')).toMatch(/model\.onnx has 11 bytes/);
    expect(problems.join('\n')).toMatch(/card\.md was changed/);
    expect(problems.join('\n')).toMatch(/metrics\.json is missing/);
    expect(problems.join('\n')).toMatch(/weights\.bin is not in the manifest/);
  });

  it('follows no link and no path out of the folder', async () => {
    await rm(join(dir, 'card.md'));
    await symlink('/etc/hostname', join(dir, 'card.md'));
    expect((await verifyArtifact(dir)).problems).toContain('card.md is not a regular file');
    const manifest = await readManifest(dir);
    manifest.files['../secret'] = { sha256: '0', bytes: 1 };
    await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
    expect((await verifyArtifact(dir)).problems).toContain('../secret is not a plain file name');
  });

  it('refuses a folder without a manifest and one with a broken manifest', async () => {
    await writeFile(join(dir, 'manifest.json'), '{');
    expect((await verifyArtifact(dir)).ok).toBe(false);
    await rm(join(dir, 'manifest.json'));
    expect((await verifyArtifact(dir)).ok).toBe(false);
  });
});

it('hashes a manifest by its content, not by its spelling', async () => {
  const manifest = await readManifest(dir);
  const turned = Object.fromEntries(Object.entries(manifest).reverse()) as unknown as typeof manifest;
  expect(manifestHash(turned)).toBe(manifestHash(manifest));
  expect(manifestHash({ ...manifest, seed: 2 })).not.toBe(manifestHash(manifest));
});

it('writes canonical JSON', () => {
  expect(canonicalJson({ b: [1.0, 1e21, 'é\u0001'], a: { z: null, y: undefined, x: true } })).toBe('{"a":{"x":true,"z":null},"b":[1,1e+21,"é\\u0001"]}');
  expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
});

it('says what is wrong with a configuration', () => {
  expect(checkConfig(config)).toEqual([]);
  expect(checkConfig([])).toHaveLength(1);
  expect(checkConfig({ ...config, slotLabels: ['O', 'B-phone', 'I-name'] })).toHaveLength(1);
  expect(checkConfig({ ...config, intents: [], temperature: { intent: 0, slot: 1 } })).toHaveLength(2);
  expect(checkConfig({ ...config, outOfScope: { threshold: 2, source: 'examples' } })).toHaveLength(1);
});

describe('the other tasks', () => {
  const { maxLength, tokenizer } = config;
  const retrieval = { schema: 1, task: 'retrieval', maxLength, pooling: 'cls', embeddingSize: 8, tokenizer };
  const extractive = { schema: 1, task: 'extractive', maxLength, questionTokens: 32, answerTokens: 16, answer: { threshold: -1.5, temperature: 2, source: 'examples' }, tokenizer };

  it('are checked by what they need', () => {
    expect(checkConfig(retrieval)).toEqual([]);
    expect(checkConfig({ ...retrieval, embeddingSize: 0 })).toHaveLength(1);
    expect(checkConfig(extractive)).toEqual([]);
    expect(checkConfig({ ...extractive, questionTokens: 62, answer: { threshold: null } })).toHaveLength(2);
    expect(checkConfig({ ...retrieval, task: 'summary' })).toEqual(['config.json: task is not known']);
    expect(checkConfig({ ...retrieval, task: 'toString' })).toEqual(['config.json: task is not known']);
  });

  it('are not taken for one another', () => {
    expect(parseTaskConfig(JSON.stringify(retrieval), 'retrieval')).toEqual(retrieval);
    expect(() => parseConfig(JSON.stringify(retrieval))).toThrow('made for retrieval, not for understanding');
    expect(() => parseTaskConfig(JSON.stringify(config), 'extractive')).toThrow(TypeError);
  });
});
