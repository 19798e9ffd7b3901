import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { Bundle } from './bundle.entity.js';

/** Bundles by hash. */
export const bundleLoader = (ctx: RequestContext) =>
  ctx.loader(
    bundleLoader,
    () =>
      new DataLoader<string, Bundle | null>(async (hashes) => {
        const bundles = await ctx.manager.findBy(Bundle, { sha256: In([...hashes]) });
        const byHash = new Map(bundles.map((bundle) => [bundle.sha256, bundle]));
        return hashes.map((hash) => byHash.get(hash) ?? null);
      }),
  );

/** Number of entries of bundles. */
export const entryCountLoader = (ctx: RequestContext) =>
  ctx.loader(
    entryCountLoader,
    () =>
      new DataLoader<string, number>(async (hashes) => {
        const rows = await ctx.manager.query<{ bundle: string; count: number }[]>('SELECT bundle, count(*)::int AS count FROM bundle_entry WHERE bundle = ANY($1::text[]) GROUP BY bundle', [hashes]);
        const counts = new Map(rows.map((row) => [row.bundle, row.count]));
        return hashes.map((hash) => counts.get(hash) ?? 0);
      }),
  );
