import type { RequestContext } from '../platform/actor/request-context.js';

const setting = 'sampleHallStage';

/** Marks so many stages as done, in the transaction that did the last. */
export async function markStage(ctx: RequestContext, n: number): Promise<void> {
  await ctx.manager.query('INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [setting, JSON.stringify(n)]);
}

/** How many stages are done; null for an installation that somebody else has begun. */
export async function readStage(ctx: RequestContext): Promise<number | null> {
  const [row] = await ctx.manager.query<{ value: number }[]>('SELECT value FROM setting WHERE name = $1', [setting]);
  if (row) return row.value;
  const [users] = await ctx.manager.query<{ count: number }[]>('SELECT count(*)::int AS count FROM app_user');
  return users!.count === 0 ? 0 : null;
}
