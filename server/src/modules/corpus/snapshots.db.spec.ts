import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { withLabels } from '../../../../tests/factories/corpus.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { ItemsService } from '../config/items.service.js';
import { SnapshotsService } from './snapshots.service.js';
import { UtterancesService } from './utterances.service.js';

let test: TestApp;
let admin: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withLabels(test, ['apply', 'query', 'doomed'], { mobile: 'mobile', 'old-slot': 'text' });
  admin = await signedIn(test, ['ADMINISTRATOR']);
  const twins = Array.from({ length: 30 }, (_, i) => ({ text: `我想办理第${i}项业务`, intent: 'apply', entities: [] })).flatMap((draft) => [draft, { ...draft, text: `${draft.text}！` }]);
  const others = Array.from({ length: 30 }, (_, i) => ({ text: `进度查到第${i}步了吗${'呢'.repeat(i)}`, intent: 'query', entities: [{ start: 0, end: 2, slot: i % 2 ? 'mobile' : 'old-slot' }] }));
  const rest = [{ text: '没人标过', intent: null, entities: [] }, { text: '只标了槽位13800138000', intent: null, entities: [{ start: 5, end: 16, slot: 'mobile' }] }, { text: '意图会被删掉', intent: 'doomed', entities: [] }];
  await test.ctx.transaction((tx) => test.app.get(UtterancesService, { strict: false }).createMany(tx, [...twins, ...others, ...rest], 'manual'));
});
afterAll(() => test.close());

interface Snapshot {
  id: string;
  n: number;
  sha256: string;
  count: number;
  intents: { key: string; count: number }[];
  slots: { key: string; count: number }[];
  splits: { train: number; validation: number; test: number };
}
const take = async (set: string) => (await admin.query<{ takeSnapshot: Snapshot }>('mutation ($set: ID!) { takeSnapshot(trainingSet: $set) { id n sha256 count intents { key count } slots { key count } splits { train validation test } } }', { set })).takeSnapshot;
const create = (input: object) => admin.ask<{ createTrainingSet: { id: string; count: number } }>('mutation ($input: CreateTrainingSetInput!) { createTrainingSet(input: $input) { id count } }', { input });

describe('training sets', () => {
  it('refuses bad keys, taken ones and filters that mean nothing', async () => {
    const codes: unknown[] = [];
    for (const input of [{ key: 'Ab!', title: 'x' }, { key: 'all', title: 'x' }, { key: 'odd', title: 'x', filter: { colour: 'red' } }, { key: 'odd', title: 'x', filter: 'everything' }]) codes.push((await create(input)).errors?.[0]?.extensions.code);
    expect(codes).toEqual(['INVALID_KEY', 'KEY_TAKEN', 'INVALID_FILTER', 'INVALID_FILTER']);
  });

  it('counts and lists what its filter lets through', async () => {
    const { id, count } = (await create({ key: 'queries', title: '查询', filter: { intents: ['query'], slot: 'mobile' } })).data!.createTrainingSet;
    expect(count).toBe(15);
    const { utterances } = await admin.query<{ utterances: { totalItems: number } }>('query ($id: ID!) { utterances(filter: {trainingSet: $id}) { totalItems } }', { id });
    expect(utterances.totalItems).toBe(15);
  });
});

describe('snapshots', () => {
  const all = '00000000-0000-4000-8000-000000000001';

  it('leave out what nobody labelled and labels whose item is gone', async () => {
    const items = test.app.get(ItemsService, { strict: false });
    await test.ctx.transaction(async (tx) => {
      await items.delete(tx, 'intent', 'doomed');
      await items.delete(tx, 'slot', 'old-slot');
    });
    const snapshot = await take(all);
    expect(snapshot).toMatchObject({ n: 1, count: 91, intents: [{ key: 'apply', count: 60 }, { key: 'query', count: 30 }], slots: [{ key: 'mobile', count: 16 }] });
    expect(snapshot.splits.train + snapshot.splits.validation + snapshot.splits.test).toBe(91);
    expect(snapshot.splits.test).toBeGreaterThan(5);
  });

  it('keep near duplicates on one side', async () => {
    const service = test.app.get(SnapshotsService, { strict: false });
    const parts = await service.trainingInput(await service.get(test.ctx, (await take(all)).id));
    const sideOf = new Map((['train', 'validation', 'test'] as const).flatMap((part) => parts[part].map(({ text }) => [text, part] as const)));
    for (const [text, part] of sideOf) if (text.endsWith('！')) expect(sideOf.get(text.slice(0, -1))).toBe(part);
  });

  it('are one when five people take them at once, and another when a label changes', async () => {
    const snapshots = await Promise.all(Array.from({ length: 5 }, () => take(all)));
    expect(new Set(snapshots.map((snapshot) => snapshot.sha256)).size).toBe(1);
    expect(new Set(snapshots.map((snapshot) => snapshot.n))).toEqual(new Set([1]));
    await test.ctx.manager.query(`UPDATE utterance SET intent = 'query' WHERE text = '我想办理第0项业务'`);
    const changed = await take(all);
    expect(changed.n).toBe(2);
    expect(changed.sha256).not.toBe(snapshots[0]!.sha256);
  });
});
