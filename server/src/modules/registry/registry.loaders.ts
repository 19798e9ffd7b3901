import DataLoader from 'dataloader';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { BaseModel } from './base-model.entity.js';
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

/** Base models by id, deleted ones included: what a job started from stays known. */
export const baseModelLoader = (ctx: RequestContext) =>
  ctx.loader(
    baseModelLoader,
    () =>
      new DataLoader<string, BaseModel | null>(async (ids) => {
        const rows = await ctx.manager.createQueryBuilder(BaseModel, 'b').where('b.id = ANY(:ids::uuid[])', { ids: [...ids] }).getMany();
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? null);
      }),
  );

/** What was made of each version by quantising or distilling. */
export const variantsLoader = (ctx: RequestContext) =>
  ctx.loader(
    variantsLoader,
    () =>
      new DataLoader<string, ModelVersion[]>(async (ids) => {
        const rows = await ctx.manager.createQueryBuilder(ModelVersion, 'v').where('v.variantOf = ANY(:ids::uuid[])', { ids: [...ids] }).andWhere('v.deletedAt IS NULL').orderBy('v.n').getMany();
        const byOriginal = new Map<string, ModelVersion[]>(ids.map((id) => [id, []]));
        for (const row of rows) byOriginal.get(row.variantOf!)?.push(row);
        return ids.map((id) => byOriginal.get(id) ?? []);
      }),
  );
