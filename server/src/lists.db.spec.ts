import { type GraphQLObjectType, isObjectType, getNamedType, isRequiredArgument } from 'graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../tests/factories/client.js';
import { countQueries, newItem, newOrgUnit } from '../../tests/factories/config.js';
import { withSampleCorpus } from '../../tests/factories/corpus.js';
import { fullSelection } from '../../tests/factories/documents.js';
import { adoptDrafts, withSampleDrafts } from '../../tests/factories/sample-hall.js';
import { createTestApp, type TestApp } from '../../tests/factories/test-app.js';
import { signedIn, testPassword } from '../../tests/factories/users.js';
import { Role } from './modules/access/roles.js';
import { UsersService } from './modules/access/users.service.js';
import { ItemsService } from './modules/config/items.service.js';
import { OperationsService } from './platform/jobs/operations.service.js';

const few = 5;
const many = 50;

let test: TestApp;
let admin: TestClient;
beforeAll(async () => {
  test = await createTestApp();
  await withSampleDrafts(test);
  await adoptDrafts(test);
  await withSampleCorpus(test);
  await fillLists();
  admin = await signedIn(test, ['ADMINISTRATOR', 'ANNOTATOR', 'RELEASE_MANAGER', 'CLERK', 'AUDITOR']);
}, 120_000);
afterAll(() => test.close());

/** More rows than a page in every list that people fill by themselves; no two of them share what they refer to. */
async function fillLists(): Promise<void> {
  const get = <T>(service: new (...args: never[]) => T): T => test.app.get(service, { strict: false });
  const bodies = await test.ctx.manager.query<{ kind: string; body: Record<string, unknown> }[]>(
    `SELECT DISTINCT ON (i.kind) i.kind, c.body FROM config_item i JOIN config_draft d ON d.item_id = i.id JOIN config_content c ON c.sha256 = d.sha256 ORDER BY i.kind, i.key`,
  );
  const units: string[] = [];
  for (let n = 0; n < many; n += 1) units.push(await newOrgUnit(test, `list-unit-${n}`, `第 ${n} 科`, units.at(-1) ?? null));
  await test.ctx.transaction(async (tx) => {
    for (let n = 0; n < many; n += 1) {
      for (const { kind, body } of bodies) await get(ItemsService).create(tx, { kind, key: `list-${n}`, body: { ...body, title: `${String(body['title'])} ${n}` }, orgUnitId: units[n] });
      await get(OperationsService).enqueue(tx, { kind: 'test.none', title: { zh: '测试', en: 'Test' } });
    }
  });
  for (let n = 0; n < many; n += 1) {
    const roles = [{ role: Role.CLERK, scopeId: units[n]! }];
    await test.ctx.transaction((tx) => get(UsersService).create(tx, { username: `list${n}`, name: `张${n}`, departmentId: units[n], roles }, { password: testPassword, mustChange: false }));
  }
  expect(await newItem(test, 'dictionary', 'list-last', bodies.find(({ kind }) => kind === 'dictionary')!.body)).toBeTruthy();
}

/** Queries of the shape `xs(skip, take, …): XList`. */
function listQueries(): { name: string; selection: string }[] {
  const { schema } = test.app.get(GraphQLSchemaHost, { strict: false });
  return Object.values(schema.getQueryType()!.getFields()).flatMap((field) => {
    const list = getNamedType(field.type) as GraphQLObjectType;
    const isList = isObjectType(list) && list.getFields()['totalItems'] && field.args.some((arg) => arg.name === 'take') && !field.args.some(isRequiredArgument);
    return isList ? [{ name: field.name, selection: fullSelection(list.getFields()['items']!.type, 2) }] : [];
  });
}

/** Heartbeats and the like run beside; the least of some counts is the list's own. */
async function statementsFor(name: string, selection: string, take: number): Promise<{ statements: number; rows: number }> {
  let statements = Infinity;
  let rows = 0;
  for (let run = 0; run < 3; run += 1) {
    const count = await countQueries(test, async () => {
      const answer = await admin.query<Record<string, { items: unknown[] }>>(`{ ${name}(take: ${take}) { totalItems items ${selection} } }`);
      rows = answer[name]!.items.length;
    });
    statements = Math.min(statements, count);
  }
  return { statements, rows };
}

describe('every list', () => {
  it('sends as many statements for 50 rows with their relations as for 5', async () => {
    const queries = listQueries();
    expect(queries.length).toBeGreaterThan(10);
    const grown: string[] = [];
    for (const { name, selection } of queries) {
      const [short, long] = [await statementsFor(name, selection, few), await statementsFor(name, selection, many)];
      // A loader that found nothing to load among few rows sends nothing; one more for each relation is no growth by row.
      if (long.rows > short.rows && long.statements > short.statements + 2) grown.push(`${name}: ${short.statements} for ${short.rows} rows, ${long.statements} for ${long.rows}`);
    }
    expect(grown).toEqual([]);
  }, 120_000);
});
