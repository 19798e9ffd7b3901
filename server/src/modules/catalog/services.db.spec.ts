import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { countQueries, newItem, newOrgUnit, showInHall } from '../../../../tests/factories/config.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { newDictionary, newForm, newIntent, newService, newSlot } from '../../../../workflows/bundle/src/testing/factories.js';

let test: TestApp;
let admin: TestClient;

interface Row {
  id: string;
  key: string;
  title: string;
  published: boolean;
  changed: boolean;
}
type Rows<T = Row> = { list: { items: T[]; totalItems: number } };

const list = async (filter: Record<string, unknown> = {}, args = '') =>
  (await admin.query<Rows>(`query ($filter: ServiceFilter) { list: services(filter: $filter ${args}) { items { id key title published changed } totalItems } }`, { filter })).list;
const keys = async (filter: Record<string, unknown> = {}, args = '') => (await list(filter, `sort: {field: "key", order: ASC} ${args}`)).items.map((row) => row.key);

beforeAll(async () => {
  test = await createTestApp();
  admin = await signedIn(test, ['ADMINISTRATOR']);
  const city = await newOrgUnit(test, 'city', '某市');
  await newOrgUnit(test, 'welfare', '人社局', city);
  await newOrgUnit(test, 'police', '公安局', city);
  await newOrgUnit(test, 'school', '某大学');
  await newItem(test, 'form', 'subsidy-form', newForm({ fields: { person: { type: 'string', title: '姓名', 'x-slot': 'person-name' } } }));
  await newItem(test, 'slot', 'person-name', newSlot());
  await newItem(test, 'dictionary', 'degree', newDictionary());
  await newItem(test, 'service', 'unemployment', newService({ title: '失业保险金申领', code: 'SB-001', workflow: null, online: false }));
  await newItem(test, 'service', 'residence', newService({ title: '居住证办理', code: 'GA-100%', type: 'permit', department: 'police', themes: ['户籍'], form: null, workflow: null, online: false }));
  await newItem(test, 'service', 'suspension', newService({ title: '学生休学', code: 'XJ-7', type: 'campus', department: 'school', audience: ['student'], themes: ['学籍'], online: true, form: null, workflow: null }));
  await newItem(test, 'intent', 'apply-unemployment', newIntent({ service: 'unemployment' }));
  await newItem(test, 'intent', 'ask-unemployment', newIntent({ title: '询问失业金', service: 'unemployment', parent: 'apply-unemployment' }));
});
afterAll(() => test.close());

describe('list of services', () => {
  it('finds by words, code, pinyin, its initials and themes, all of which must occur', async () => {
    expect(await keys({ q: '失业' })).toEqual(['unemployment']);
    expect(await keys({ q: 'sybxj' })).toEqual(['unemployment']);
    expect(await keys({ q: 'JUZHUZHENG' })).toEqual(['residence']);
    expect(await keys({ q: 'xj-7' })).toEqual(['suspension']);
    expect(await keys({ q: '户籍 居住' })).toEqual(['residence']);
    expect(await keys({ q: '户籍 失业' })).toEqual([]);
    expect(await keys({ q: '100%' })).toEqual(['residence']);
    expect(await keys({ q: '%' })).toEqual(['residence']);
  });

  it('filters by type, department and those below it, audience, theme, online, ids and keys', async () => {
    expect(await keys({ type: 'permit' })).toEqual(['residence']);
    expect(await keys({ department: 'city' })).toEqual(['residence', 'unemployment']);
    expect(await keys({ department: 'school' })).toEqual(['suspension']);
    expect(await keys({ department: 'nowhere' })).toEqual([]);
    expect(await keys({ audience: 'student' })).toEqual(['suspension']);
    expect(await keys({ theme: '社保' })).toEqual(['unemployment']);
    expect(await keys({ online: false })).toEqual(['residence', 'unemployment']);
    expect(await keys({ keys: ['residence', 'suspension'] })).toEqual(['residence', 'suspension']);
    const { items } = await list({ q: 'XJ-7' });
    expect(await keys({ ids: [items[0]!.id] })).toEqual(['suspension']);
  });

  it('sorts Chinese titles by pinyin and pages without overlap', async () => {
    const titles = async (order: string, page = '') => (await list({}, `sort: {field: "title", order: ${order}} ${page}`)).items.map((row) => row.title);
    expect(await titles('ASC')).toEqual(['居住证办理', '失业保险金申领', '学生休学']);
    expect(await titles('DESC')).toEqual(['学生休学', '失业保险金申领', '居住证办理']);
    expect(await titles('ASC', 'skip: 2, take: 2')).toEqual(['学生休学']);
    expect((await list({}, 'take: 1')).totalItems).toBe(3);
  });

  it('refuses unknown sort fields, values and ids', async () => {
    const code = async (query: string) => (await admin.ask(query)).errors?.[0]?.extensions;
    expect(await code('{ services(sort: {field: "id; DROP TABLE service_row", order: ASC}) { totalItems } }')).toMatchObject({ code: 'INVALID_INPUT', field: 'sort.field' });
    expect(await code('{ services(filter: {type: "nothing"}) { totalItems } }')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await code('{ services(filter: {ids: ["1"]}) { totalItems } }')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await code('{ services(take: 201) { totalItems } }')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await code('{ services(skip: -1) { totalItems } }')).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('shows departments, intents and form fields of slots', async () => {
    const { services, slots, forms, intents, dictionaries } = await admin.query<Record<string, { items: Record<string, unknown>[] }>>(`{
      services(filter: {keys: ["unemployment"]}) { items { department { key title } intents form errors } }
      slots { items { key fields { kind key title path role } } }
      forms { items { key fieldCount services } }
      intents(filter: {service: "unemployment"}, sort: {field: "key", order: ASC}) { items { key serviceTitle parentTitle } }
      dictionaries { items { key entryCount updatedBy { name } } }
    }`);
    expect(services!.items).toEqual([{ department: { key: 'welfare', title: '人社局' }, intents: ['apply-unemployment', 'ask-unemployment'], form: 'subsidy-form', errors: 0 }]);
    expect(slots!.items[0]).toMatchObject({ key: 'person-name', fields: [{ kind: 'form', key: 'subsidy-form', path: '/schema/properties/person/x-slot', role: 'slot' }] });
    expect(forms!.items).toEqual([{ key: 'subsidy-form', fieldCount: 1, services: ['unemployment'] }]);
    expect(intents!.items).toEqual([
      { key: 'apply-unemployment', serviceTitle: '失业保险金申领', parentTitle: null },
      { key: 'ask-unemployment', serviceTitle: '失业保险金申领', parentTitle: '申领补贴' },
    ]);
    expect(dictionaries!.items).toEqual([{ key: 'degree', entryCount: 2, updatedBy: { name: 'test' } }]);
  });

  it('counts facets', async () => {
    const { serviceFacets } = await admin.query<{ serviceFacets: Record<string, unknown[]> }>('{ serviceFacets { types { value count } departments { value title count } audiences { value count } themes { value count } } }');
    expect(serviceFacets['departments']).toContainEqual({ value: 'welfare', title: '人社局', count: 1 });
    expect(serviceFacets['types']).toContainEqual({ value: 'campus', count: 1 });
    expect(serviceFacets['themes']).toHaveLength(3);
  });

  it('asks the database the same number of times however many rows there are', async () => {
    const read = (take: number) => admin.query(`{ services(take: ${take}) { items { key title department { title parent { title } } intents published changed } totalItems } slots(take: ${take}) { items { fields { title } } } intents(take: ${take}) { items { serviceTitle parentTitle } } }`);
    await read(1);
    const one = await countQueries(test, () => read(1));
    const many = await countQueries(test, () => read(200));
    expect(many).toBeLessThanOrEqual(one + 1);
    expect(many).toBeLessThan(20);
  });

  it('follows the hall: draft, published, changed, deleted', async () => {
    expect(await keys({ status: 'PUBLISHED' })).toEqual([]);
    await showInHall(test, [
      { kind: 'service', key: 'residence' },
      { kind: 'service', key: 'suspension' },
    ]);
    const service = newService({ title: '居住证申领', type: 'permit', department: 'police', form: null, workflow: null, online: true });
    await admin.query('mutation ($body: JSON!) { saveDraft(input: {kind: "service", key: "residence", rev: 1, body: $body}) { id } }', { body: service });
    expect(await keys({ status: 'CHANGED' })).toEqual(['residence']);
    expect(await keys({ status: 'PUBLISHED' })).toEqual(['suspension']);
    expect(await keys({ status: 'DRAFT' })).toEqual(['unemployment']);
    expect((await list({ keys: ['residence'] })).items[0]).toMatchObject({ title: '居住证申领', published: true, changed: true });
    const { services } = await admin.query<{ services: { items: unknown[] } }>('{ services(filter: {keys: ["residence"]}) { items { errors } } }');
    expect(services.items).toEqual([{ errors: 2 }]);
    await admin.query('mutation { deleteItem(kind: "service", key: "suspension") }');
    expect(await keys()).toEqual(['residence', 'unemployment']);
    await admin.query('mutation { undeleteItem(kind: "service", key: "suspension") { id } }');
    expect(await keys()).toEqual(['residence', 'suspension', 'unemployment']);
  });

  it('refuses a service of a department that does not exist', async () => {
    const { errors } = await admin.ask('mutation ($body: JSON!) { createItem(input: {kind: "service", key: "lost", body: $body}) { id } }', { body: newService({ department: 'atlantis' }) });
    expect(errors![0]).toMatchObject({ message: expect.stringContaining('atlantis'), extensions: { code: 'INVALID_INPUT', field: 'input.body/department' } });
    expect(await keys({ keys: ['lost'] })).toEqual([]);
  });
});
