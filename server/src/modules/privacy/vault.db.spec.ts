import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, secondApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { KeyRotationService } from './keys/key-rotation.service.js';
import { KeyStatusService } from './keys/key-status.service.js';
import { PrivacyService } from './privacy.service.js';
import type { Sealed } from './privacy.types.js';
import { VaultService } from './vault.service.js';

let test: TestApp;
let vault: VaultService;
let rotation: KeyRotationService;
beforeAll(async () => {
  test = await createTestApp();
  vault = test.app.get(VaultService, { strict: false });
  rotation = test.app.get(KeyRotationService, { strict: false });
});
afterAll(() => test.close());

const owner = { kind: 'test', id: 'one' };
const secret = '110101199001011237';
/** Each use in a transaction of its own, as requests are; nothing is remembered from one to the next. */
const inTransaction = <T>(work: (ctx: TestApp['ctx']) => Promise<T>) => test.ctx.transaction(work);

describe('vault', () => {
  it('gives back what was sealed, and never the same envelope twice', async () => {
    const value = { 身份证: secret, list: [1, null, '𠮷🙂'] };
    const [a, b] = await inTransaction(async (ctx) => [await vault.seal(ctx, owner, 'x', value), await vault.seal(ctx, owner, 'x', value)]);
    expect(a!.sealed).not.toBe(b!.sealed);
    expect(a!.sealed).not.toContain(secret);
    expect(await inTransaction((ctx) => vault.open(ctx, owner, 'x', a!))).toEqual(value);
    expect(await inTransaction(async (ctx) => vault.open(ctx, owner, 'nothing', await vault.seal(ctx, owner, 'nothing', undefined)))).toBeNull();
  });

  it('opens nothing at another place, for another owner or after a change', async () => {
    const sealed = await inTransaction((ctx) => vault.seal(ctx, owner, 'x', secret));
    await expect(inTransaction((ctx) => vault.open(ctx, owner, 'y', sealed))).rejects.toMatchObject({ code: 'DATA_TAMPERED' });
    await expect(inTransaction((ctx) => vault.open(ctx, { ...owner, id: 'two' }, 'x', sealed))).rejects.toMatchObject({ code: 'DATA_TAMPERED' });
    const altered = `${sealed.sealed.slice(0, -3)}${sealed.sealed.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    await expect(inTransaction((ctx) => vault.open(ctx, owner, 'x', { sealed: altered }))).rejects.toMatchObject({ code: 'DATA_TAMPERED' });
    await expect(inTransaction((ctx) => vault.open(ctx, owner, 'x', { sealed: secret }))).rejects.toMatchObject({ code: 'DATA_TAMPERED' });
  });

  it('finds owners by a number, whatever its spelling, without keeping it', async () => {
    await inTransaction((ctx) => vault.remember(ctx, { kind: 'test', id: 'found' }, [{ kind: 'resident-id', value: '11010119900101123x' }, { kind: 'name', value: '张三' }]));
    expect(await inTransaction((ctx) => vault.ownersOf(ctx, '１１０１０１ 19900101 123X'))).toEqual([{ kind: 'test', id: 'found' }]);
    // Two characters would be found by trying all names.
    expect(await inTransaction((ctx) => vault.ownersOf(ctx, '张三'))).toEqual([]);
    const [{ text }] = await test.ctx.manager.query('SELECT string_agg(i::text, $1) AS text FROM vault_index i', ['\n']);
    expect(text).not.toMatch(/11010119900101/);
  });

  it('forgets for good when a key is destroyed, and nobody else’s with it', async () => {
    const [mine, other] = await inTransaction(async (ctx) => [await vault.seal(ctx, { kind: 'test', id: 'gone' }, 'x', secret), await vault.seal(ctx, owner, 'x', secret)]);
    await inTransaction((ctx) => vault.destroy(ctx, 'test', ['gone']));
    await expect(inTransaction((ctx) => vault.open(ctx, { kind: 'test', id: 'gone' }, 'x', mine!))).rejects.toMatchObject({ code: 'DATA_ERASED' });
    await expect(inTransaction((ctx) => vault.seal(ctx, { kind: 'test', id: 'gone' }, 'x', 1))).rejects.toMatchObject({ code: 'DATA_ERASED' });
    expect(await inTransaction((ctx) => vault.open(ctx, owner, 'x', other!))).toBe(secret);
  });

  it('makes one key for an owner of whom two hear at once', async () => {
    const sealed = await Promise.all(Array.from({ length: 5 }, () => inTransaction((ctx) => vault.seal(ctx, { kind: 'test', id: 'at-once' }, 'x', secret))));
    for (const one of sealed) expect(await inTransaction((ctx) => vault.open(ctx, { kind: 'test', id: 'at-once' }, 'x', one))).toBe(secret);
  });
});

describe('masking', () => {
  it('keeps the tokens of a session sealed and restores what was written', async () => {
    const privacy = test.app.get(PrivacyService, { strict: false });
    const session = { kind: 'test', id: 'talk' };
    const turns = ['我的手机是138', '0013', '8000', '身份证１１０１０１１９９００１０１１２３７'];
    const masked: string[] = [];
    for (const turn of turns) masked.push(await privacy.mask(test.ctx, session, turn));
    expect(masked.join('\n')).not.toMatch(/138|0013|8000|１１０１/);
    for (const [index, turn] of turns.entries()) expect(await privacy.restore(test.ctx, session, masked[index]!)).toBe(turn);
    expect(await privacy.mask(test.ctx, { kind: 'test', id: 'other talk' }, '0013')).toBe('0013');
    const [{ sealed }] = await test.ctx.manager.query('SELECT sealed FROM mask_session');
    expect(sealed).not.toContain('138');
  });
});

describe('keys', () => {
  const keyFile = () => join(test.home, 'master.key');
  const owners = Array.from({ length: 603 }, (_, index) => ({ kind: 'many', id: String(index) }));
  const status = () => test.app.get(KeyStatusService, { strict: false }).get(test.ctx);

  it('lie in a file that nobody else reads', () => {
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(existsSync(`${keyFile()}.new`)).toBe(false);
  });

  it('rotate, killed half-way and run again, while everything stays readable', async () => {
    const sealed: Sealed[] = [];
    await inTransaction(async (ctx) => {
      for (const one of owners) sealed.push(await vault.seal(ctx, one, 'x', one.id));
    });
    const readAll = async (app: TestApp['app']) => {
      const other = app.get(VaultService, { strict: false });
      const values = await test.ctx.transaction((ctx) => other.openMany<string>(ctx, owners.map((one, index) => ({ owner: one, place: 'x', sealed: sealed[index]! }))));
      expect(values).toEqual(owners.map((one) => one.id));
    };
    const before = await status();
    await inTransaction((ctx) => rotation.begin(ctx, { master: true }));
    // What dies after the first batch of records has not come to the end of anything but the data keys.
    await expect(rotation.finish(test.ctx, (done) => {
      if (done > 0) throw new Error('killed');
    })).rejects.toThrow('killed');
    expect((await status()).dataKeys.filter((key) => key.purpose === 'record').map((key) => key.records > 0)).toEqual([true, true]);
    await readAll(test.app);

    const restarted = await secondApp(test);
    await readAll(restarted.app);
    const result = await restarted.app.get(KeyRotationService, { strict: false }).finish(test.ctx);
    expect(result.records).toBeGreaterThan(100);
    await restarted.close();
    const after = await status();
    expect(after.dataKeys.map((key) => [key.purpose, key.retiredAt, key.isCurrent])).toEqual([['record', null, true], ['index', null, true]]);
    expect(after.masterFingerprint).not.toBe(before.masterFingerprint);
    expect(after.previousMasters).toBe(0);
    expect(after.dataKeys[0]!.id).not.toBe(before.dataKeys[0]!.id);
    await readAll(test.app);
    expect(await rotation.finish(test.ctx)).toEqual({ records: 0, dataKeys: 0 });
  });

  it('survive a death between the new master key and its first use', async () => {
    const sealed = await inTransaction((ctx) => vault.seal(ctx, owner, 'x', secret));
    await inTransaction((ctx) => rotation.begin(ctx, { master: true }));
    const [newest] = readFileSync(keyFile(), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
    // Begun again: the key that is already there is used, not a third.
    await inTransaction((ctx) => rotation.begin(ctx, { master: true }));
    expect(readFileSync(keyFile(), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))).toEqual([newest, expect.any(String)]);
    await rotation.finish(test.ctx);
    expect(readFileSync(keyFile(), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))).toEqual([newest]);
    expect(await inTransaction((ctx) => vault.open(ctx, owner, 'x', sealed))).toBe(secret);
  });

  it('are taken from the environment where one is given there', async () => {
    const key = readFileSync(keyFile(), 'utf8').split('\n').find((line) => line && !line.startsWith('#'))!;
    const sealed = await inTransaction((ctx) => vault.seal(ctx, owner, 'x', secret));
    const content = readFileSync(keyFile());
    rmSync(keyFile());
    try {
      const other = await secondApp(test, { BANSHI_MASTER_KEY: Buffer.from(key, 'base64').toString('hex') });
      expect(await test.ctx.transaction((ctx) => other.app.get(VaultService, { strict: false }).open(ctx, owner, 'x', sealed))).toBe(secret);
      await expect(other.app.get(KeyRotationService, { strict: false }).begin(test.ctx, { master: true })).rejects.toMatchObject({ code: 'MASTER_KEY_IN_ENVIRONMENT' });
      await other.close();
      // Without any key the server says which is missing and does not start; it makes no new one over the old data.
      await expect(secondApp(test)).rejects.toMatchObject({ code: 'MASTER_KEY_MISSING' });
      await expect(secondApp(test, { BANSHI_MASTER_KEY: 'ab'.repeat(32) })).rejects.toMatchObject({ code: 'MASTER_KEY_MISSING' });
      expect(existsSync(keyFile())).toBe(false);
    } finally {
      writeFileSync(keyFile(), content, { mode: 0o600 });
    }
  });
});
