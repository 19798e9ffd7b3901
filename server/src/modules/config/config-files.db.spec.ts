import { bundleHash, fromFiles, toFiles } from '@banshi/bundle';
import yazl from 'yazl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { newItem, newOrgUnit, showInHall } from '../../../../tests/factories/config.js';
import { finished } from '../../../../tests/factories/files.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { newDictionary, newForm, newIntent, newService, newSlot } from '../../../../workflows/bundle/src/testing/factories.js';
import { ConfigFilesService } from './config-files.service.js';

let test: TestApp;
let other: TestApp;
let admin: TestClient;
let importer: TestClient;
let welfare: string;

beforeAll(async () => {
  test = await createTestApp();
  other = await createTestApp();
  admin = await signedIn(test, ['ADMINISTRATOR']);
  importer = await signedIn(other, ['ADMINISTRATOR']);
  await newOrgUnit(test, 'welfare', '人社局');
  welfare = await newOrgUnit(other, 'unrelated', '无关部门');
  await newItem(test, 'dictionary', 'degree', newDictionary());
  await newItem(test, 'slot', 'person-name', newSlot());
  await newItem(test, 'form', 'subsidy-form', newForm());
  await newItem(test, 'service', 'subsidy', newService({ workflow: null, online: false }));
  await newItem(test, 'intent', 'apply-subsidy', newIntent());
});
afterAll(async () => {
  await test.close();
  await other.close();
});

async function zip(files: Iterable<[string, string]>): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [path, content] of files) archive.addBuffer(Buffer.from(content), path);
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function send(client: TestClient, bytes: Buffer) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), 'hall.zip');
  const { id } = (await (await client.fetch('/api/config/import', { method: 'POST', body: form })).json()) as { id: string };
  return finished(client, id);
}

const exported = async (query = '') => {
  const response = await admin.fetch(`/api/config/export.zip${query}`);
  return { status: response.status, bundle: response.headers.get('x-banshi-bundle'), bytes: Buffer.from(await response.arrayBuffer()) };
};
const files = async () => (await test.app.get(ConfigFilesService, { strict: false }).exportFiles(test.ctx)).files;
const countItems = async () => Number((await other.ctx.manager.query<{ count: string }[]>('SELECT count(*) FROM config_item'))[0]!.count);

describe('configuration as files', () => {
  it('refuses whatever is wrong, names file and reason, and changes nothing', async () => {
    const good = await files();
    const without = (path: string) => [...good].filter(([name]) => name !== path);
    const attempts: [string, Buffer, string][] = [
      ['no archive', Buffer.from('hello'), 'FILE_UNREADABLE'],
      ['no manifest', await zip(without('bundle.json')), 'FILES_INVALID'],
      ['a missing file', await zip(without('slot/person-name.json')), 'FILES_INVALID'],
      ['a file too many', await zip([...good, ['slot/extra.json', JSON.stringify(newSlot())]]), 'FILES_INVALID'],
      ['an unknown kind', await zip([...good, ['spell/x.json', '{}']]), 'FILES_INVALID'],
      ['a path that is none', await zip([...good, ['readme.txt', 'x']]), 'FILES_INVALID'],
      ['a changed content', await zip([...without('slot/person-name.json'), ['slot/person-name.json', JSON.stringify(newSlot({ title: '改' }))]]), 'FILES_INVALID'],
      ['an invalid body', await zip([...without('slot/person-name.json'), ['slot/person-name.json', '{"title":5}']]), 'FILES_INVALID'],
      ['a file twice', await zip([...good, ['slot/person-name.json', '{}']]), 'FILE_UNREADABLE'],
      ['a bomb', await zip([...good, ['slot/bomb.json', ' '.repeat(40 * 1_048_576)]]), 'ARCHIVE_TOO_LARGE'],
    ];
    const climbing = await zip([...good, ['aa/etc/passwd', 'x']]);
    for (let at = climbing.indexOf('aa/etc'); at >= 0; at = climbing.indexOf('aa/etc', at + 1)) climbing.write('..', at);
    attempts.push(['a path that climbs', climbing, 'ARCHIVE_PATH_REFUSED']);
    for (const [what, bytes, code] of attempts) expect([what, (await send(importer, bytes)).error?.code]).toEqual([what, code]);
    const invalid = await send(importer, await zip([...without('slot/person-name.json'), ['slot/person-name.json', '{"title":5}']]));
    expect(invalid.error!.details).toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ file: 'slot/person-name.json', code: 'body-invalid', path: '/title' })]) });
    expect(await countItems()).toBe(0);
  });

  it('keeps an administrator of a department from importing what others own', async () => {
    const scoped = await signedIn(other, ['ADMINISTRATOR'], { scopeId: welfare });
    const { bytes } = await exported();
    expect((await send(scoped, bytes)).error?.code).toBe('DEPARTMENTS_MISSING');
    const { bytes: dictionaries } = await exported('?kinds=dictionary');
    expect((await send(scoped, dictionaries)).error?.code).toBe('FORBIDDEN');
    expect(await countItems()).toBe(0);
  });

  it('has the same hash after a journey into an empty installation', async () => {
    const { bundle, bytes } = await exported();
    const { state, result } = await send(importer, bytes);
    expect({ state, result }).toMatchObject({ state: 'SUCCEEDED', result: { bundle, entries: 5, created: 5, updated: 0, unchanged: 0, departments: ['welfare'] } });
    const there = other.app.get(ConfigFilesService, { strict: false });
    expect(bundleHash(await there.entries(other.ctx))).toBe(bundle);
    const { services } = await importer.query<{ services: { items: unknown[] } }>('{ services { items { key intents department { key } } } }');
    expect(services.items).toEqual([{ key: 'subsidy', intents: ['apply-subsidy'], department: { key: 'welfare' } }]);
    expect((await send(importer, bytes)).result).toMatchObject({ created: 0, unchanged: 5 });
  });

  it('updates drafts, brings back what was deleted, and leaves the rest', async () => {
    await newItem(other, 'dictionary', 'local', newDictionary({ title: '本地' }));
    await importer.query('mutation { deleteItem(kind: "dictionary", key: "degree") }');
    const entries = fromFiles(await files()).entries.filter((entry) => entry.kind === 'dictionary');
    const changed = toFiles((await test.app.get(ConfigFilesService, { strict: false }).entries(test.ctx, { kinds: ['slot'] })).concat(entries));
    expect((await send(importer, await zip(changed))).result).toMatchObject({ entries: 2, updated: 1, unchanged: 1 });
    const { dictionaries } = await importer.query<{ dictionaries: { items: { key: string }[] } }>('{ dictionaries(sort: {field: "key", order: ASC}) { items { key } } }');
    expect(dictionaries.items.map((row) => row.key)).toEqual(['degree', 'local']);
  });

  it('exports some kinds, what a channel holds, and a bundle by its hash', async () => {
    expect((await exported('?kinds=spell')).status).toBe(400);
    expect((await exported('?channel=hall')).status).toBe(404);
    expect((await exported(`?bundle=${'0'.repeat(64)}`)).status).toBe(404);
    await showInHall(test, [{ kind: 'slot', key: 'person-name' }]);
    const slots = await exported('?kinds=slot');
    expect((await exported('?channel=hall')).bundle).toBe(slots.bundle);
    expect((await exported('?kinds=slot')).bytes).toEqual(slots.bytes);
    const clerk = await signedIn(test, ['CLERK']);
    expect((await clerk.fetch('/api/config/export.zip')).status).toBe(403);
  });
});
