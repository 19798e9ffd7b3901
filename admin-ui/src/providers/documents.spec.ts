import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documents } from './graphql.js';

const schemas = Object.values(import.meta.glob<string>('../../../server/schema.graphql', { query: '?raw', import: 'default', eager: true }));
const texts = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.spec.*'], { query: '?raw', import: 'default', eager: true });
const modules = import.meta.glob(['../**/*.{ts,tsx}', '!../**/*.spec.*']);

/** The schema is written by the server's build; a checkout without it has nothing to compare with. */
describe.skipIf(schemas.length === 0)('GraphQL documents', () => {
  it('are all understood by the server', async () => {
    for (const [path, load] of Object.entries(modules)) if (/\bgql`/.test(texts[path] ?? '')) await load();
    const schema = buildSchema(schemas[0]!);
    expect(documents.length).toBeGreaterThan(40);
    expect(documents.flatMap((document) => validate(schema, parse(document)).map(({ message }) => `${document.slice(0, 60)}: ${message}`))).toEqual([]);
  }, 60_000);
});
