import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../tests/factories/test-app.js';
import { schemaText } from './platform/graphql/schema-text.js';

const file = new URL('../schema.graphql', import.meta.url);
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

it('schema.graphql is what the resolvers say; if not, run `npm run codegen` and look at the difference', () => {
  const text = schemaText(test.app.get(GraphQLSchemaHost, { strict: false }).schema);
  if (process.env['BANSHI_WRITE_SCHEMA'] === '1') writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
});
