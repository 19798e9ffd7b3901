import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { safetensors, tinyBaseModel, tinyShapes } from '../../../../tests/factories/tiny-base-model.js';
import { signedIn } from '../../../../tests/factories/users.js';

const root = mkdtempSync(join(tmpdir(), 'banshi-bases-'));
const hubRoot = mkdtempSync(join(tmpdir(), 'banshi-hub-'));
let hub: Server;
let test: TestApp;
let manager: TestClient;

/** A hub that serves files as the real ones do; some names misbehave. */
function startHub(): Promise<string> {
  hub = createServer((request, response) => {
    const [, owner, name, file] = request.url!.match(/^\/([\w.-]+)\/([\w.-]+)\/resolve\/main\/([\w.-]+)$/) ?? [];
    if (!file) return response.writeHead(401).end();
    if (owner === 'broken') return response.writeHead(500).end();
    if (owner === 'endless' && file === 'config.json') return response.writeHead(200, { 'content-length': '99999999999' }).end();
    const path = join(hubRoot, owner!, name!, file);
    if (!existsSync(path)) return response.writeHead(404).end();
    const body = readFileSync(path);
    if (owner === 'cut' && file === 'model.safetensors') {
      response.writeHead(200, { 'content-length': body.length });
      response.write(body.subarray(0, 100), () => response.destroy());
      return;
    }
    if (owner === 'moved' && !request.headers['x-second']) response.setHeader('etag', '"moved"');
    response.writeHead(200, { 'content-length': body.length }).end(request.method === 'HEAD' ? undefined : body);
  });
  return new Promise((resolve) => hub.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(hub.address() as AddressInfo).port}`)));
}

beforeAll(async () => {
  test = await createTestApp({}, { BANSHI_BASE_MODELS: root, BANSHI_HUB_URL: await startHub() });
  manager = await signedIn(test, ['RELEASE_MANAGER'], { name: '王五' });
}, 60_000);
afterAll(async () => {
  await test.close();
  hub.close();
  for (const folder of [root, hubRoot]) rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  state: string;
  result: { baseModel: string } | null;
  error: { code: string; message: string } | null;
}
const ask = (source: string, location: string, more: object = {}) => manager.ask<{ registerBaseModel: { id: string } }>('mutation ($input: RegisterBaseModelInput!) { registerBaseModel(input: $input) { id } }', { input: { source, location, ...more } });

async function register(source: string, location: string): Promise<Ended> {
  const { data, errors } = await ask(source, location);
  if (!data) throw new Error(errors![0]!.extensions.code);
  for (let waited = 0; waited < 30_000; waited += 50, await new Promise((resolve) => setTimeout(resolve, 50))) {
    const { operation } = await manager.query<{ operation: Ended }>('query ($id: ID!) { operation(id: $id) { state result error { code message } } }', { id: data.registerBaseModel.id });
    if (!['QUEUED', 'RUNNING'].includes(operation.state)) return operation;
  }
  throw new Error('the registration did not end');
}
const fields = 'id name title source location sha256 files size architecture layers hiddenSize vocabularySize maxLength license methods byName';
const read = async (id: string) => (await manager.query<{ baseModel: Record<string, unknown> }>(`query ($id: ID!) { baseModel(id: $id) { ${fields} } }`, { id })).baseModel;
const work = () => (existsSync(join(test.home, 'base-models', 'work')) ? readdirSync(join(test.home, 'base-models', 'work')) : []);

describe('a base model from a folder', () => {
  it('is copied by its hash, with what it says of itself, and is one however often it is registered', async () => {
    tinyBaseModel(join(root, 'tiny-bert'), { 'pytorch_model.bin': 'never read', 'evil.py': 'import os' });
    const first = await register('folder', 'tiny-bert');
    expect(first).toMatchObject({ state: 'SUCCEEDED', error: null });
    const base = await read(first.result!.baseModel);
    expect(base).toMatchObject({ name: 'tiny-bert', source: 'folder', architecture: 'BertModel', layers: 1, hiddenSize: 8, vocabularySize: 20, maxLength: 16, license: 'apache-2.0', methods: ['full'], byName: '王五' });
    expect(readdirSync(join(test.home, 'base-models', base['sha256'] as string)).sort()).toEqual(['README.md', 'config.json', 'manifest.json', 'model.safetensors', 'tokenizer.json']);
    expect((await register('folder', join(root, 'tiny-bert'))).result).toEqual(first.result);
    expect(work()).toEqual([]);
    const { baseModelSources, baseModels } = await manager.query<{ baseModelSources: { folders: string[] }; baseModels: { totalItems: number; items: { id: string }[] } }>('{ baseModelSources { folder folders hub } baseModels(filter: {q: "TINY", method: "full", source: "folder"}) { totalItems items { id } } }');
    expect(baseModelSources.folders).toContain('tiny-bert');
    expect(baseModels).toEqual({ totalItems: 1, items: [{ id: base['id'] }] });
  });

  const config = { model_type: 'bert', architectures: ['BertModel'], hidden_size: 8, num_hidden_layers: 1, num_attention_heads: 2, vocab_size: 20, max_position_embeddings: 16 };
  const cut = safetensors(tinyShapes).subarray(0, 200);
  const long = Buffer.concat([safetensors(tinyShapes), Buffer.from('more')]);
  const bomb = Buffer.alloc(64);
  bomb.writeBigUInt64LE(2n ** 62n);
  it.each<[string, string, Record<string, string | Buffer | null>]>([
    ['pickle', 'BASE_UNSAFE', { 'model.safetensors': null, 'pytorch_model.bin': 'pickle' }],
    ['no-weights', 'BASE_FILE_MISSING', { 'model.safetensors': null }],
    ['no-tokenizer', 'BASE_FILE_MISSING', { 'tokenizer.json': null }],
    ['no-config', 'BASE_FILE_MISSING', { 'config.json': null }],
    ['gpt', 'BASE_ARCHITECTURE', { 'config.json': JSON.stringify({ ...config, model_type: 'gpt2' }) }],
    ['relative', 'BASE_ARCHITECTURE', { 'config.json': JSON.stringify({ ...config, position_embedding_type: 'relative_key' }) }],
    ['remote-code', 'BASE_CORRUPT', { 'config.json': JSON.stringify({ ...config, auto_map: { AutoModel: 'evil.py' } }) }],
    ['broken-config', 'BASE_CORRUPT', { 'config.json': '{"model_type": ' }],
    ['array-config', 'BASE_CORRUPT', { 'config.json': '[]' }],
    ['huge-config', 'BASE_TOO_LARGE', { 'config.json': ' '.repeat(1_000_001) }],
    ['other-shape', 'BASE_CORRUPT', { 'config.json': JSON.stringify({ ...config, hidden_size: 16 }) }],
    ['too-few-layers', 'BASE_CORRUPT', { 'config.json': JSON.stringify({ ...config, num_hidden_layers: 2 }) }],
    ['cut', 'BASE_CORRUPT', { 'model.safetensors': cut }],
    ['long', 'BASE_CORRUPT', { 'model.safetensors': long }],
    ['bomb', 'BASE_CORRUPT', { 'model.safetensors': bomb }],
    ['empty', 'BASE_CORRUPT', { 'model.safetensors': Buffer.alloc(0) }],
    ['disguised', 'BASE_CORRUPT', { 'model.safetensors': Buffer.from('\x80\x04\x95pickle in disguise') }],
    ['vocabulary', 'BASE_CORRUPT', { 'tokenizer.json': JSON.stringify({ model: { vocab: { a: 20 } } }) }],
  ])('is refused where it is %s (%s), leaving nothing behind', async (name, code, files) => {
    tinyBaseModel(join(root, name), files);
    const kept = readdirSync(join(test.home, 'base-models'));
    expect(await register('folder', name)).toMatchObject({ state: 'FAILED', error: { code } });
    expect(work()).toEqual([]);
    expect(readdirSync(join(test.home, 'base-models'))).toEqual(kept);
  });

  it('must lie in the configured folder, links included', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'banshi-outside-'));
    tinyBaseModel(outside);
    mkdirSync(join(root, 'linked'));
    for (const name of ['config.json', 'tokenizer.json', 'model.safetensors']) symlinkSync(join(outside, name), join(root, 'linked', name));
    symlinkSync(outside, join(root, 'whole'));
    for (const location of [outside, '../', '/etc', 'whole', `${root}-other`]) expect((await ask('folder', location)).errors![0]!.extensions).toMatchObject({ code: 'BASE_FOLDER_OUTSIDE', field: 'input.location' });
    expect((await ask('folder', 'nowhere')).errors![0]!.extensions.code).toBe('BASE_FOLDER_MISSING');
    expect(await register('folder', 'linked')).toMatchObject({ error: { code: 'BASE_FOLDER_OUTSIDE' } });
    rmSync(outside, { recursive: true });
  });

  it('is not used once a file has changed', async () => {
    tinyBaseModel(join(root, 'changing'), { 'README.md': 'no license' });
    const { result } = await register('folder', 'changing');
    const { sha256, license } = await read(result!.baseModel);
    expect(license).toBeNull();
    writeFileSync(join(test.home, 'base-models', sha256 as string, 'config.json'), '{}');
    const { errors } = await manager.ask('mutation ($input: StartTrainingInput!) { startTraining(input: $input) { id } }', { input: { trainingSet: '00000000-0000-4000-8000-000000000001', method: 'full', baseModel: result!.baseModel } });
    expect(errors![0]!.extensions).toMatchObject({ code: 'BASE_MODEL_DAMAGED' });
    expect((await register('folder', 'changing')).result).toEqual(result);
    const again = await manager.ask('mutation ($input: StartTrainingInput!) { startTraining(input: $input) { id } }', { input: { trainingSet: '00000000-0000-4000-8000-000000000001', method: 'full', baseModel: result!.baseModel } });
    expect(again.errors?.[0]?.extensions.code).not.toBe('BASE_MODEL_DAMAGED');
  });
});

describe('a base model from a hub', () => {
  it('is fetched by its name', async () => {
    tinyBaseModel(join(hubRoot, 'BAAI', 'bge-tiny-zh'), { 'README.md': '---\nlicense: mit\n---' });
    const { result, error } = await register('hub', 'BAAI/bge-tiny-zh');
    expect(error).toBeNull();
    expect(await read(result!.baseModel)).toMatchObject({ name: 'BAAI/bge-tiny-zh', source: 'hub', license: 'mit', location: expect.stringMatching(/^http:.*BAAI\/bge-tiny-zh$/) });
  });

  it.each<[string, string, Record<string, string | null>]>([
    ['nobody/nothing', 'HUB_MODEL_MISSING', {}],
    ['old/pickled', 'BASE_UNSAFE', { 'model.safetensors': null, 'pytorch_model.bin': 'pickle' }],
    ['broken/server', 'HUB_UNREACHABLE', {}],
    ['cut/off', 'HUB_UNREACHABLE', {}],
    ['endless/file', 'BASE_TOO_LARGE', {}],
  ])('named %s ends in %s and leaves nothing behind', async (name, code, files) => {
    if (!name.startsWith('nobody')) tinyBaseModel(join(hubRoot, ...name.split('/')), files);
    expect(await register('hub', name)).toMatchObject({ state: 'FAILED', error: { code } });
    expect(work()).toEqual([]);
  });

  it.each(['../../etc/passwd', 'a/b/c', 'a b', '', 'http://elsewhere/x', 'a/..'])('is refused at once by the name %j', async (name) => {
    expect((await ask('hub', name)).errors![0]!.extensions).toMatchObject({ code: 'HUB_NAME', field: 'input.location' });
  });
});

describe('deleting a base model', () => {
  it('is refused while a training uses it, and removes its files afterwards', async () => {
    const { baseModels } = await manager.query<{ baseModels: { items: { id: string; sha256: string }[] } }>('{ baseModels(filter: {q: "tiny-bert"}) { items { id sha256 } } }');
    const [{ id, sha256 }] = baseModels.items as [{ id: string; sha256: string }];
    await test.ctx.manager.query(
      `WITH o AS (INSERT INTO operation (id, kind, title, created_by_name) VALUES (gen_random_uuid(), 'test.none', '{}', 'test') RETURNING id),
            s AS (INSERT INTO corpus_snapshot (id, training_set_id, n, sha256, blob, seed, count, intents, slots, splits, by_name) SELECT gen_random_uuid(), id, 1, 'x', 'x', 1, 1, '[]', '[]', '{}', 'test' FROM training_set LIMIT 1 RETURNING id)
       INSERT INTO training_job (id, n, method, operation_id, snapshot_id, seed, by_name, base_model_id) SELECT gen_random_uuid(), 1, 'full', o.id, s.id, 1, 'test', $1 FROM o, s`,
      [id],
    );
    const remove = () => manager.ask('mutation ($id: ID!) { deleteBaseModel(id: $id) }', { id });
    expect((await remove()).errors![0]!.extensions.code).toBe('BASE_IN_USE');
    await test.ctx.manager.query(`UPDATE operation SET state = 'FAILED' WHERE kind = 'test.none'`);
    expect((await remove()).errors).toBeUndefined();
    await expect.poll(() => existsSync(join(test.home, 'base-models', sha256))).toBe(false);
    expect((await remove()).errors![0]!.extensions.code).toBe('NOT_FOUND');
  });
});

describe('where nothing is configured', () => {
  it('says which variable to set', async () => {
    const bare = await createTestApp();
    const someone = await signedIn(bare, ['RELEASE_MANAGER']);
    for (const [source, code] of [['hub', 'HUB_OFF'], ['folder', 'BASE_FOLDER_OFF'], ['ftp', 'BASE_MODEL_SOURCE']]) {
      expect((await someone.ask('mutation ($input: RegisterBaseModelInput!) { registerBaseModel(input: $input) { id } }', { input: { source, location: 'x' } })).errors![0]!.extensions.code).toBe(code);
    }
    await bare.close();
  }, 60_000);
});
