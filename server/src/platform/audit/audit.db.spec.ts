import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { AuditService } from './audit.service.js';

let test: TestApp;
let audit: AuditService;
beforeEach(async () => {
  test = await createTestApp();
  audit = test.app.get(AuditService, { strict: false });
  // What the start of the application noted is not what is counted here.
  await asOwner('DELETE FROM audit_entry');
});
afterEach(() => test.close());

const append = (key: string) => test.ctx.transaction((tx) => audit.append(tx, { action: 'test.note', target: { kind: 'test', key }, detail: { n: 1 } }));

/** As who owns the database might: with the triggers switched off. Gives the number of rows. */
async function asOwner(sql: string): Promise<number | null> {
  const client = new Client({ connectionString: test.databaseUrl });
  await client.connect();
  await client.query('SET session_replication_role = replica');
  const { rowCount } = await client.query(sql);
  await client.end();
  return rowCount;
}

async function tamper(sql: string): Promise<void> {
  expect(await asOwner(sql)).toBeGreaterThan(0);
}

/** Seals until so many entries are in. An open transaction of any database of the server holds sealing up, and other specs have some. */
async function sealed(entries: number): Promise<void> {
  let count = 0;
  await expect.poll(async () => (count += await audit.seal()), { timeout: 20_000 }).toBe(entries);
}

async function sealedBatches(): Promise<void> {
  for (const key of ['one', 'two', 'three']) {
    await append(key);
    await sealed(1);
  }
}

describe('audit', () => {
  it('seals in batches that verify', async () => {
    await sealedBatches();
    expect(await audit.seal()).toBe(0);
    expect(await audit.verify()).toMatchObject({ isIntact: true, batches: 3, firstBroken: null });
  });

  it('leaves out what an open transaction may still add before', async () => {
    const client = new Client({ connectionString: test.databaseUrl });
    await client.connect();
    await client.query(`BEGIN; INSERT INTO audit_entry (actor_kind, actor_name, action, target_kind, target_key) VALUES ('system', 'test', 'test.slow', 'test', 'slow')`);
    await append('after');
    expect(await audit.seal()).toBe(0);
    await client.query('COMMIT');
    await client.end();
    await sealed(2);
    expect((await audit.verify()).isIntact).toBe(true);
  });

  it.each([
    ['an altered entry', `UPDATE audit_entry SET detail = '{"n": 2}' WHERE target_key = 'two'`, '2', 'hash-differs'],
    ['an altered name', `UPDATE audit_entry SET actor_name = 'somebody else' WHERE target_key = 'two'`, '2', 'hash-differs'],
    ['a removed entry', `DELETE FROM audit_entry WHERE target_key = 'two'`, '2', 'entries-missing'],
    ['an inserted entry', `INSERT INTO audit_entry (actor_kind, actor_name, action, target_kind, target_key, batch) VALUES ('user', 'x', 'x', 'x', 'x', 1)`, '1', 'entries-missing'],
    ['a removed batch', `DELETE FROM audit_batch WHERE n = 1`, '2', 'chain-broken'],
    ['a removed last batch', `DELETE FROM audit_batch WHERE n = 3`, '3', 'chain-broken'],
    ['a rewritten batch', `UPDATE audit_batch SET hash = repeat('a', 64) WHERE n = 2`, '2', 'hash-differs'],
  ])('names the batch of %s', async (_what, sql, batch, reason) => {
    await sealedBatches();
    await tamper(sql);
    expect(await audit.verify()).toMatchObject({ isIntact: false, firstBroken: { batch, reason } });
  });

  it('verifies on request, and says so in the log', async () => {
    await sealedBatches();
    const auditor = await signedIn(test, ['AUDITOR']);
    const { verifyAudit } = await auditor.query<{ verifyAudit: unknown }>('mutation { verifyAudit { isIntact batches firstBroken { batch } } }');
    expect(verifyAudit).toEqual({ isIntact: true, batches: 3, firstBroken: null });
    const { auditEntries } = await auditor.query<{ auditEntries: { totalItems: number } }>('{ auditEntries(filter: {action: "audit.verify"}) { totalItems } }');
    expect(auditEntries.totalItems).toBe(1);
  });

  it('is searched by words: the person, the action and the thing by their names', async () => {
    const admin = await signedIn(test, ['ADMINISTRATOR']);
    const { createOrgUnit } = await admin.query<{ createOrgUnit: { key: string } }>(`mutation { createOrgUnit(input: { key: "water", title: "水务局" }) { key } }`);
    const auditor = await signedIn(test, ['AUDITOR']);
    const search = async (q: string) =>
      (await auditor.query<{ auditEntries: { items: { action: string; actionTitle: string; targetKey: string; targetTitle: string | null }[] } }>('query ($q: String) { auditEntries(filter: {q: $q}) { items { action actionTitle targetKey targetTitle } } }', { q })).auditEntries.items;
    const found = { action: 'org.create-unit', actionTitle: '新建部门', targetKey: createOrgUnit.key, targetTitle: '水务局' };
    expect(await search('新建部门')).toContainEqual(found);
    expect(await search('create DEPARTMENT')).toContainEqual(found);
    expect(await search('水务')).toEqual([found]);
    expect(await search('100%')).toEqual([]);
    const { auditActions } = await auditor.query<{ auditActions: { code: string; title: string }[] }>('{ auditActions { code title } }');
    expect(auditActions).toContainEqual({ code: 'org.create-unit', title: '新建部门' });
  });
});
