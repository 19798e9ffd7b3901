import type { Pool } from 'pg';

/** The GraphQL list that is measured. */
export const listQuery = '{ utterances(take: 25) { totalItems items { id text intent intentTitle source rev at entities { start end slot } } } }';

/** The same rows without a framework: a page, its count, and the titles of its intents. */
export async function plainList(pool: Pool): Promise<unknown> {
  const items = await pool.query<{ intent: string }>(`SELECT id, text, intent, source, rev, at, entities FROM utterance WHERE deleted_at IS NULL ORDER BY at DESC, id LIMIT 25`);
  const total = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM utterance WHERE deleted_at IS NULL');
  const titles = await pool.query<{ key: string; title: string }>(`SELECT key, title FROM config_item WHERE kind = 'intent' AND key = ANY($1)`, [items.rows.map((row) => row.intent)]);
  const byKey = new Map(titles.rows.map((row) => [row.key, row.title]));
  return { totalItems: total.rows[0]!.n, items: items.rows.map((row) => ({ ...row, intentTitle: byKey.get(row.intent) ?? null })) };
}
