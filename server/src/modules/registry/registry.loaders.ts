import DataLoader from 'dataloader';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { aliasesOf } from './model-uses.js';
import { ModelVersion } from './model-version.entity.js';

export const aliasLoader = (ctx: RequestContext) =>
  ctx.loader(
    aliasLoader,
    () =>
      new DataLoader<string, string[]>(async (artifacts) => {
        const aliases = await aliasesOf(ctx, artifacts);
        return artifacts.map((artifact) => aliases.get(artifact) ?? []);
      }),
  );

/** Versions by id, deleted ones included: what a job made stays known. */
export const modelVersionLoader = (ctx: RequestContext) =>
  ctx.loader(
    modelVersionLoader,
    () =>
      new DataLoader<string, ModelVersion | null>(async (ids) => {
        const rows = await ctx.manager.createQueryBuilder(ModelVersion, 'v').where('v.id = ANY(:ids::uuid[])', { ids: [...ids] }).getMany();
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? null);
      }),
  );
