import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { adoptDrafts, withSampleDrafts } from '../../../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

let test: TestApp;
let admin: TestClient;

interface Plan {
  baseRev: number;
  items: { kind: string; key: string; sha256: string | null; change: string; changes: { label: string }[] }[];
  findings: { rule: string; severity: string; title: string; message: string; mend: string; kind: string; key: string }[];
  blocking: number;
}
const planQuery = `query ($items: [ItemAddressInput!]) { releasePlan(items: $items) { baseRev blocking items { kind key sha256 change changes { label } } findings { rule severity kind key title message mend } } }`;
const publishMutation = `mutation ($input: PublishInput!) { publish(input: $input) { __typename
  ... on Published { bundle { sha256 n } channel { rev } } ... on PublishBlocked { findings { rule } }
  ... on PublishConflict { items { key yours { label } theirs { label } } } ... on SecondPersonNeeded { request { id } } } }`;
type Result = { publish: { __typename: string; bundle: { sha256: string; n: number }; channel: { rev: number }; items: { key: string; yours: unknown[]; theirs: unknown[] }[]; findings: { rule: string }[]; request: { id: string } } };

const plan = async (items?: { kind: string; key: string }[]) => (await admin.query<{ releasePlan: Plan }>(planQuery, { items })).releasePlan;
const publish = async (client: TestClient, baseRev: number, items: { kind: string; key: string; sha256?: string | null }[]) =>
  (await client.query<Result>(publishMutation, { input: { channel: 'hall', baseRev, items: items.map(({ kind, key, sha256 }) => ({ kind, key, sha256 })), note: '测试发布', reason: '测试' } })).publish;

async function edit(kind: string, key: string, change: Record<string, unknown>): Promise<void> {
  const { configItem } = await admin.query<{ configItem: { draft: { rev: number; body: Record<string, unknown> } } }>(`query ($kind: String!, $key: String!) { configItem(kind: $kind, key: $key) { draft { rev body } } }`, { kind, key });
  const { rev, body } = configItem.draft;
  await admin.query(`mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }`, { input: { kind, key, rev, body: { ...body, ...change } } });
}

beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  admin = await signedIn(test, ['ADMINISTRATOR']);
});
afterAll(() => test.close());

describe('release', () => {
  it('plans everything on an empty channel and names what blocks', async () => {
    const { items, findings, blocking } = await plan();
    expect(items.length).toBeGreaterThan(30);
    expect(items.every((item) => item.change === 'ADDED')).toBe(true);
    expect(blocking).toBeGreaterThan(0);
    expect(findings.map((finding) => finding.rule)).toContain('model-missing');
    expect(findings[0]!.message).toMatch(/\p{Script=Han}/u);
  });

  it('does not publish what is blocked, and changes nothing', async () => {
    const { baseRev, items } = await plan();
    const result = await publish(admin, baseRev, items);
    expect(result.__typename).toBe('PublishBlocked');
    expect((await admin.query<{ channel: { bundle: unknown } }>('{ channel(name: "hall") { bundle { n } } }')).channel.bundle).toBeNull();
  });

  describe('on a hall that shows the sample', () => {
    beforeAll(() => adoptDrafts(test));

    it('shows per item what changed and publishes it, and rolls back at once', async () => {
      await edit('dictionary', 'leave-reason', { description: '休学原因（修订）' });
      const { baseRev, items } = await plan([{ kind: 'dictionary', key: 'leave-reason' }]);
      expect(items).toMatchObject([{ key: 'leave-reason', change: 'CHANGED', changes: [{ label: expect.any(String) }] }]);
      const before = (await admin.query<{ channel: { bundle: { sha256: string } } }>('{ channel(name: "hall") { bundle { sha256 } } }')).channel.bundle.sha256;
      // The sample has no model, so the rules would block; a dictionary alone is judged with the rest all the same.
      const result = await publish(admin, baseRev, items);
      expect(result.__typename).toBe('PublishBlocked');
      await adoptDrafts(test);
      const after = (await admin.query<{ channel: { rev: number; bundle: { sha256: string } } }>('{ channel(name: "hall") { rev bundle { sha256 } } }')).channel;
      expect(after.bundle.sha256).not.toBe(before);
      const { rollBack } = await admin.query<{ rollBack: { bundle: { sha256: string } } }>(
        `mutation ($input: RollBackInput!) { rollBack(input: $input) { bundle { sha256 } } }`,
        { input: { channel: 'hall', baseRev: after.rev, bundle: before, note: '回滚' } },
      );
      expect(rollBack.bundle.sha256).toBe(before);
      const stale = await admin.ask(`mutation ($input: RollBackInput!) { rollBack(input: $input) { bundle { n } } }`, { input: { channel: 'hall', baseRev: after.rev, bundle: before, note: '' } });
      expect(stale.errors![0]!.extensions.code).toBe('CHANNEL_MOVED');
      const unknown = await admin.ask(`mutation ($input: RollBackInput!) { rollBack(input: $input) { bundle { n } } }`, { input: { channel: 'hall', baseRev: after.rev + 1, bundle: 'f'.repeat(64), note: '' } });
      expect(unknown.errors![0]!.extensions.code).toBe('UNKNOWN_BUNDLE');
    });
  });

  describe('with a model', () => {
    beforeAll(async () => {
      const keys = async (kind: string) => (await test.ctx.manager.query<{ key: string }[]>('SELECT key FROM config_item WHERE kind = $1', [kind])).map((row) => row.key);
      const intents = await keys('intent');
      const body = {
        title: '测试模型', version: 1, artifact: 'a'.repeat(64), method: 'head', snapshot: 'b'.repeat(64), intents, slots: await keys('slot'),
        metrics: { accuracy: 0.9, macroF1: 0.9, slotF1: 0.9, perIntent: intents.map((intent) => ({ intent, f1: 0.9, support: 10 })) },
      };
      await admin.query(`mutation ($input: CreateItemInput!) { createItem(input: $input) { id } }`, { input: { kind: 'model', key: 'hall', body } });
      await adoptDrafts(test);
    });

    it('lands two disjoint releases made against the same state', async () => {
      await edit('dictionary', 'leave-reason', { description: '甲' });
      await edit('service', 'student-leave', { summary: '乙' });
      const { baseRev } = await plan();
      expect((await publish(admin, baseRev, [{ kind: 'dictionary', key: 'leave-reason' }])).__typename).toBe('Published');
      expect((await publish(admin, baseRev, [{ kind: 'service', key: 'student-leave' }])).__typename).toBe('Published');
      const { items } = await plan();
      expect(items).toEqual([]);
    });

    it('lands two disjoint releases that run at once', async () => {
      await edit('dictionary', 'leave-reason', { description: '丙' });
      await edit('service', 'student-leave', { summary: '丁' });
      const { baseRev } = await plan();
      const results = await Promise.all([publish(admin, baseRev, [{ kind: 'dictionary', key: 'leave-reason' }]), publish(admin, baseRev, [{ kind: 'service', key: 'student-leave' }])]);
      expect(results.map((result) => result.__typename)).toEqual(['Published', 'Published']);
      expect((await plan()).items).toEqual([]);
    });

    it('refuses the same item published against an older state, with both differences', async () => {
      await edit('service', 'student-leave', { summary: '第一次' });
      const { baseRev } = await plan();
      expect((await publish(admin, baseRev, [{ kind: 'service', key: 'student-leave' }])).__typename).toBe('Published');
      await edit('service', 'student-leave', { summary: '第二次' });
      const result = await publish(admin, baseRev, [{ kind: 'service', key: 'student-leave' }]);
      expect(result).toMatchObject({ __typename: 'PublishConflict', items: [{ key: 'student-leave', yours: [{}], theirs: [{}] }] });
    });

    it('refuses a draft that moved after it was looked at', async () => {
      await edit('service', 'student-leave', { summary: '看到的' });
      const { baseRev, items } = await plan();
      await edit('service', 'student-leave', { summary: '后来的' });
      const { errors } = await admin.ask(publishMutation, { input: { channel: 'hall', baseRev, items: items.map(({ kind, key, sha256 }) => ({ kind, key, sha256 })), note: '测试', reason: '测试' } });
      expect(errors![0]!.extensions.code).toBe('DRAFT_MOVED');
    });

    it('lets a second person publish when the policy says so', async () => {
      await admin.query('mutation { updateSettings(input: {isTwoPersonRelease: true}) { isTwoPersonRelease } }');
      await edit('service', 'student-leave', { summary: '双人' });
      const { baseRev } = await plan();
      const asked = await publish(admin, baseRev, [{ kind: 'service', key: 'student-leave' }]);
      expect(asked.__typename).toBe('SecondPersonNeeded');
      const approve = `mutation ($id: ID!) { approveRelease(id: $id) { __typename } }`;
      expect((await admin.ask(approve, { id: asked.request.id })).errors![0]!.extensions.code).toBe('SAME_PERSON');
      const manager = await signedIn(test, ['RELEASE_MANAGER']);
      expect(await manager.query(approve, { id: asked.request.id })).toEqual({ approveRelease: { __typename: 'Published' } });
      expect((await manager.ask(approve, { id: asked.request.id })).errors![0]!.extensions.code).toBe('REQUEST_DECIDED');
      await admin.query('mutation { updateSettings(input: {isTwoPersonRelease: false}) { isTwoPersonRelease } }');
    });

    it('finds a broken contract at its field on the item itself', async () => {
      await edit('service', 'student-leave', { form: 'no-such-form' });
      const { configItem } = await admin.query<{ configItem: { findings: { rule: string; path: string; place: string }[] } }>('{ configItem(kind: "service", key: "student-leave") { findings { rule path place message mend } } }');
      expect(configItem.findings).toContainEqual(expect.objectContaining({ rule: 'reference-resolves', path: '/form' }));
      const { blocking } = await plan();
      expect(blocking).toBeGreaterThan(0);
    });
  });
});
