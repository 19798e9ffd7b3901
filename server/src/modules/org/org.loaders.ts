import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { OrgUnit } from './org-unit.entity.js';

/** Org units by id, one query per request. */
export const orgUnitLoader = (ctx: RequestContext) =>
  ctx.loader(
    orgUnitLoader,
    () =>
      new DataLoader<string, OrgUnit | null>(async (ids) => {
        const units = await ctx.manager.findBy(OrgUnit, { id: In([...ids]) });
        const byId = new Map(units.map((unit) => [unit.id, unit]));
        return ids.map((id) => byId.get(id) ?? null);
      }),
  );

/** Org units by key. */
export const orgUnitByKeyLoader = (ctx: RequestContext) =>
  ctx.loader(
    orgUnitByKeyLoader,
    () =>
      new DataLoader<string, OrgUnit | null>(async (keys) => {
        const units = await ctx.manager.findBy(OrgUnit, { key: In([...keys]) });
        const byKey = new Map(units.map((unit) => [unit.key, unit]));
        return keys.map((key) => byKey.get(key) ?? null);
      }),
  );
