import { isoDate, chinaDate } from '@banshi/values';
import type { ValidityState } from '@banshi/policies';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { RowQuery } from '../config/rows.service.js';
import type { PolicyFilter } from './policy-row.model.js';
import { PolicyRow } from './policy-row.entity.js';

const sortable = { issuer: 'entry.issuer', level: 'entry.level', effectiveFrom: 'entry.effectiveFrom', effectiveTo: 'entry.effectiveTo', clauseCount: 'entry.clauseCount' };

/** The same as `stateOn` of the policies package, in SQL. */
const conditions: Record<ValidityState, string> = {
  pending: '(entry.effectiveTo IS NULL OR entry.effectiveTo > :on) AND entry.effectiveFrom > :on',
  effective: '(entry.effectiveTo IS NULL OR entry.effectiveTo > :on) AND entry.effectiveFrom <= :on',
  expired: 'entry.effectiveTo <= :on',
  unknown: '(entry.effectiveTo IS NULL OR entry.effectiveTo > :on) AND entry.effectiveFrom IS NULL',
};

@Injectable()
export class PoliciesService {
  /** How lists read policy rows under a filter. */
  rowQuery(filter: PolicyFilter | null | undefined): RowQuery<PolicyRow> {
    return {
      kind: 'policy',
      entity: PolicyRow,
      sortable,
      narrow(query) {
        if (filter?.level) query.andWhere('entry.level = :level', { level: filter.level });
        if (filter?.region) query.andWhere('entry.region = ANY(:regions::text[])', { regions: regionsAbove(filter.region) });
        if (filter?.theme) query.andWhere('entry.themes @> ARRAY[:theme]::text[]', { theme: filter.theme });
        if (filter?.validity) query.andWhere(conditions[filter.validity as ValidityState], { on: filter.on ?? today() });
      },
    };
  }

  async themes(ctx: RequestContext): Promise<string[]> {
    const rows = await ctx.manager.query<{ theme: string }[]>(
      `SELECT t AS theme FROM policy_row p JOIN config_item i ON i.id = p.id AND i.deleted_at IS NULL CROSS JOIN unnest(p.themes) t GROUP BY t ORDER BY count(*) DESC, t`,
    );
    return rows.map(({ theme }) => theme);
  }
}

export const today = () => isoDate(chinaDate(new Date()));

/** A document of the whole country, of the province and of the city hold in the county. */
export const regionsAbove = (region: string): string[] => [...new Set(['', `${region.slice(0, 2)}0000`, `${region.slice(0, 4)}00`, region])];
