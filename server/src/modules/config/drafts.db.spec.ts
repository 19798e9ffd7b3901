import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { newItem, newOrgUnit } from '../../../../tests/factories/config.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { newDictionary, newForm, newIntent, newService, newSlot } from '../../../../workflows/bundle/src/testing/factories.js';

let test: TestApp;
let zhang: TestClient;
let li: TestClient;
let welfare: string;

beforeAll(async () => {
  test = await createTestApp();
  zhang = await signedIn(test, ['ADMINISTRATOR'], { name: '张三' });
  li = await signedIn(test, ['ADMINISTRATOR'], { name: '李四' });
  const city = await newOrgUnit(test, 'city');
  welfare = await newOrgUnit(test, 'welfare', '人社局', city);
  await newOrgUnit(test, 'police', '公安局', city);
});
afterAll(() => test.close());

const create = (client: TestClient, kind: string, key: string, body: unknown) => client.ask<{ createItem: { id: string } }>('mutation ($input: CreateItemInput!) { createItem(input: $input) { id key title } }', { input: { kind, key, body } });
const save = (client: TestClient, key: string, rev: number, body: unknown, kind = 'dictionary') =>
  client.ask<{ saveDraft: { draft: { rev: number } } }>('mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { draft { rev } } }', { input: { kind, key, rev, body } });
const mutate = (client: TestClient, name: string, type: string, input: Record<string, unknown>) => client.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { id } }`, { input });
const item = async (key: string, kind = 'dictionary') =>
  (await zhang.query<{ configItem: { title: string; draft: { rev: number; body: Record<string, unknown>; changed: boolean; baseVersion: number | null; byName: string }; versions: { items: { n: number; note: string }[] }; usedBy: unknown[] } }>(
    'query ($kind: String!, $key: String!) { configItem(kind: $kind, key: $key) { title draft { rev body changed baseVersion byName } versions { items { n note } } usedBy { kind key path role } } }',
    { kind, key },
  )).configItem;
const code = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code;

describe('drafts', () => {
  it('refuses to save over what somebody else has saved, and shows the difference', async () => {
    await newItem(test, 'dictionary', 'degree', newDictionary());
    expect((await save(li, 'degree', 1, newDictionary({ title: '学位' }))).data!.saveDraft.draft.rev).toBe(2);
    const { errors } = await save(zhang, 'degree', 1, newDictionary({ title: '文化程度' }));
    expect(errors![0]).toMatchObject({
      message: expect.stringContaining('李四'),
      extensions: { code: 'CONFLICT', field: 'input.rev', details: { rev: 2, by: { name: '李四' }, body: { title: '学位' }, changes: [{ path: '/title', type: 'changed', before: '文化程度', after: '学位' }] } },
    });
    expect(await item('degree')).toMatchObject({ title: '学位', draft: { rev: 2, byName: '李四' } });
  });

  it('lets exactly one of many who save at once win', async () => {
    await newItem(test, 'dictionary', 'race', newDictionary());
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => save(index % 2 ? zhang : li, 'race', 1, newDictionary({ title: `第${index}份` }))));
    expect(answers.filter((answer) => answer.data?.saveDraft)).toHaveLength(1);
    expect(answers.filter((answer) => code(answer) === 'CONFLICT')).toHaveLength(9);
    expect((await item('race')).draft.rev).toBe(2);
  });

  it('lets exactly one of many who take a key at once win', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => create(zhang, 'dictionary', 'taken', newDictionary())));
    expect(answers.filter((answer) => answer.data?.createItem)).toHaveLength(1);
    expect(answers.filter((answer) => code(answer) === 'KEY_TAKEN')).toHaveLength(5);
  });

  it('saves the same content once, without a new revision', async () => {
    await newItem(test, 'dictionary', 'same', newDictionary());
    expect((await save(zhang, 'same', 1, newDictionary())).data!.saveDraft.draft.rev).toBe(1);
    expect(code(await save(zhang, 'same', 7, newDictionary()))).toBe('CONFLICT');
  });

  it('keeps versions, restores and discards', async () => {
    await newItem(test, 'dictionary', 'levels', newDictionary({ title: '一' }));
    expect(code(await mutate(zhang, 'discardDraft', 'DraftAddressInput', { kind: 'dictionary', key: 'levels', rev: 1 }))).toBe('NO_VERSION');
    await mutate(zhang, 'saveVersion', 'SaveVersionInput', { kind: 'dictionary', key: 'levels', rev: 1, note: '初版' });
    expect(code(await mutate(zhang, 'saveVersion', 'SaveVersionInput', { kind: 'dictionary', key: 'levels', rev: 1, note: '' }))).toBe('NOTHING_CHANGED');
    await save(zhang, 'levels', 1, newDictionary({ title: '二' }));
    expect(code(await mutate(zhang, 'saveVersion', 'SaveVersionInput', { kind: 'dictionary', key: 'levels', rev: 1, note: '' }))).toBe('CONFLICT');
    await mutate(zhang, 'saveVersion', 'SaveVersionInput', { kind: 'dictionary', key: 'levels', rev: 2, note: '再版' });
    await save(zhang, 'levels', 2, newDictionary({ title: '三' }));
    expect(await item('levels')).toMatchObject({ draft: { changed: true, baseVersion: 2 }, versions: { items: [{ n: 2, note: '再版' }, { n: 1, note: '初版' }] } });
    await mutate(zhang, 'discardDraft', 'DraftAddressInput', { kind: 'dictionary', key: 'levels', rev: 3 });
    expect(await item('levels')).toMatchObject({ title: '二', draft: { changed: false, rev: 4 } });
    await mutate(zhang, 'restoreVersion', 'RestoreVersionInput', { kind: 'dictionary', key: 'levels', rev: 4, n: 1 });
    expect(await item('levels')).toMatchObject({ title: '一', draft: { changed: true, rev: 5, baseVersion: 1 } });
    expect(code(await mutate(zhang, 'restoreVersion', 'RestoreVersionInput', { kind: 'dictionary', key: 'levels', rev: 5, n: 99 }))).toBe('NOT_FOUND');
    const { dictionaries } = await zhang.query<{ dictionaries: { items: { title: string }[] } }>('{ dictionaries(filter: {keys: ["levels"]}) { items { title } } }');
    expect(dictionaries.items).toEqual([{ title: '一' }]);
  });

  it('refuses to delete what is used, and keeps what is deleted from editing', async () => {
    await newItem(test, 'dictionary', 'used', newDictionary());
    await newItem(test, 'slot', 'level', newSlot({ type: 'enum', dictionary: 'used' }));
    expect((await item('used')).usedBy).toEqual([{ kind: 'slot', key: 'level', path: '/dictionary', role: 'dictionary' }]);
    const { errors } = await zhang.ask('mutation { deleteItem(kind: "dictionary", key: "used") }');
    expect(errors![0]!.extensions).toMatchObject({ code: 'IN_USE', details: { usedBy: [{ kind: 'slot', key: 'level' }] } });
    await zhang.query('mutation { deleteItem(kind: "slot", key: "level") }');
    await zhang.query('mutation { deleteItem(kind: "dictionary", key: "used") }');
    expect(code(await save(zhang, 'used', 1, newDictionary({ title: '改' })))).toBe('ITEM_DELETED');
    expect(code(await create(zhang, 'dictionary', 'used', newDictionary()))).toBe('KEY_TAKEN');
  });

  it('copies an item under a new key', async () => {
    await newItem(test, 'intent', 'origin', newIntent({ service: null, role: 'common' }));
    await zhang.query('mutation { duplicateItem(input: {kind: "intent", key: "origin", newKey: "copy", title: "副本"}) { id } }');
    expect(await item('copy', 'intent')).toMatchObject({ title: '副本', draft: { rev: 1, body: { role: 'common' } } });
  });

  it.each(['A', 'a', 'x'.repeat(65), '1a', 'a-', 'a b', '中文', '../../etc', 'a\u0000b', '__proto__'])('refuses the key %j', async (key) => {
    expect(code(await create(zhang, 'dictionary', key, newDictionary()))).toBe('INVALID_KEY');
  });

  it.each([
    ['no object', 'text'],
    ['a list', []],
    ['a number for a text', { ...newDictionary(), title: 5 }],
    ['an unknown property', { ...newDictionary(), extra: true }],
    ['a missing property', { title: 'x' }],
    ['an empty title', newDictionary({ title: ' ' })],
    ['a title of 3 MB', newDictionary({ title: 'x'.repeat(3_000_000) })],
    ['U+0000', newDictionary({ description: 'a\u0000b' })],
    ['a lone surrogate', newDictionary({ description: 'a\ud800b' })],
    ['nesting without end', JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`)],
  ])('refuses a body with %s and changes nothing', async (_what, body) => {
    const answer = await create(zhang, 'dictionary', 'hostile', body);
    expect(answer.errors![0]!.extensions.code).toBe('INVALID_BODY');
    expect(answer.errors![0]!.extensions.field).toMatch(/^input\.body/);
    expect(await item('hostile')).toBeNull();
  });

  it('takes what merely looks like U+0000', async () => {
    expect((await create(zhang, 'dictionary', 'escaped', newDictionary({ description: String.raw`C:\u0000 is a path` }))).errors).toBeUndefined();
  });

  it('refuses a request of 10 MB before reading it', async () => {
    const response = await zhang.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ me { id } }', variables: { x: 'x'.repeat(10_000_000) } }) });
    expect(response.status).toBe(413);
  });

  it('keeps an administrator of a department to its items', async () => {
    const scoped = await signedIn(test, ['ADMINISTRATOR'], { scopeId: welfare });
    const service = newService({ form: null, workflow: null, online: false });
    expect(code(await create(scoped, 'service', 'mine', service))).toBeUndefined();
    expect(code(await create(scoped, 'service', 'theirs', { ...service, department: 'police' }))).toBe('FORBIDDEN');
    expect(code(await create(scoped, 'dictionary', 'shared', newDictionary()))).toBe('FORBIDDEN');
    await newItem(test, 'service', 'passport', { ...service, department: 'police' });
    expect(code(await save(scoped, 'passport', 1, service, 'service'))).toBe('FORBIDDEN');
    expect(code(await save(scoped, 'mine', 1, { ...service, department: 'police' }, 'service'))).toBe('FORBIDDEN');
    expect(code(await save(scoped, 'mine', 1, { ...service, title: '改名' }, 'service'))).toBeUndefined();
    expect(code(await scoped.ask('mutation { deleteItem(kind: "service", key: "passport") }'))).toBe('FORBIDDEN');
    expect((await item('passport', 'service')).draft.rev).toBe(1);
  });

  it('lets those who may only read read', async () => {
    const annotator = await signedIn(test, ['ANNOTATOR']);
    expect((await annotator.query<{ dictionaries: { totalItems: number } }>('{ dictionaries { totalItems } }')).dictionaries.totalItems).toBeGreaterThan(0);
    expect(code(await create(annotator, 'form', 'no', newForm()))).toBe('FORBIDDEN');
    const clerk = await signedIn(test, ['CLERK']);
    expect(code(await clerk.ask('{ services { totalItems } }'))).toBe('FORBIDDEN');
  });
});
