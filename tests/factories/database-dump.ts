import type { TestApp } from './test-app.js';

/** Every row of every table as text, the queue included: what a thief of the database would read. */
export async function databaseText(test: TestApp): Promise<string> {
  const tables = await test.ctx.manager.query<{ name: string }[]>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const [row] = await test.ctx.manager.query<{ text: string | null }[]>(`SELECT string_agg(t::text, E'\\n') AS text FROM ${name} t`);
    parts.push(`${name}\n${row?.text ?? ''}`);
  }
  return parts.join('\n');
}

/** The tables in which one of the texts stands. */
export async function tablesWith(test: TestApp, texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const part of (await databaseText(test)).split(/\n(?=[a-z_]+\.[a-z_]+\n)/)) {
    for (const text of texts) if (part.includes(text)) found.push(`${part.slice(0, part.indexOf('\n'))}: ${text}`);
  }
  return found;
}
