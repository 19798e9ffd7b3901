import type { KindName } from '@banshi/bundle';
import { Injectable, type Type } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { type List, type PageArgs, page, SortOrder } from '../../platform/lists/list.js';
import { searchPatterns } from '../../platform/search/search-text.js';
import { ConfigItem } from './config-item.entity.js';
import { type AuthorModel, type RowFilter, RowStatus } from './projected-row.model.js';
import type { ProjectedRow } from './projected-row.types.js';

/** A row as lists show it. */
export type ShownRow<R extends ProjectedRow> = R & { updatedBy: AuthorModel; published: boolean; changed: boolean };

export interface RowQuery<R extends ProjectedRow> {
  kind: KindName;
  entity: Type<R>;
  /** Further columns to sort by, as SQL; rows are `entry`. */
  sortable?: Record<string, string>;
  narrow?(query: SelectQueryBuilder<R>): void;
}

const sortable = { title: 'entry.titleOrder', key: 'entry.key', updatedAt: 'entry.updatedAt', errors: 'entry.errors' };

/** Lists of a kind's rows. Deleted items are left out; what the hall shows is read from its channel, never stored. */
@Injectable()
export class RowsService {
  async list<R extends ProjectedRow>(ctx: RequestContext, args: PageArgs, filter: RowFilter | null | undefined, options: RowQuery<R>): Promise<List<ShownRow<R>>> {
    const query = this.query(ctx, filter, options);
    const { items, totalItems } = await page(query, args, { ...sortable, ...options.sortable }, { field: 'updatedAt', order: SortOrder.DESC });
    return { items: await this.show(ctx, options.kind, items), totalItems };
  }

  /** The rows that a filter lets through, unsorted. */
  query<R extends ProjectedRow>(ctx: RequestContext, filter: RowFilter | null | undefined, { kind, entity, narrow }: RowQuery<R>): SelectQueryBuilder<R> {
    const query = ctx.manager
      .createQueryBuilder(entity, 'entry')
      .innerJoin(ConfigItem, 'item', 'item.id = entry.id AND item.deletedAt IS NULL')
      .leftJoin('channel_entry', 'hall', `hall.channel = 'hall' AND hall.kind = :kind AND hall.key = entry.key`, { kind });
    searchPatterns(filter?.q ?? '').forEach((pattern, index) => query.andWhere(`entry.search LIKE :q${index}`, { [`q${index}`]: pattern }));
    if (filter?.ids) query.andWhere('entry.id = ANY(:ids::uuid[])', { ids: filter.ids });
    if (filter?.keys) query.andWhere('entry.key = ANY(:keys::text[])', { keys: filter.keys });
    if (filter?.status) query.andWhere(conditions[filter.status]);
    narrow?.(query);
    return query;
  }

  private async show<R extends ProjectedRow>(ctx: RequestContext, kind: KindName, rows: R[]): Promise<ShownRow<R>[]> {
    const shown = await ctx.manager.query<{ key: string; sha256: string }[]>(
      `SELECT key, sha256 FROM channel_entry WHERE channel = 'hall' AND kind = $1 AND key = ANY($2::text[])`,
      [kind, rows.map((row) => row.key)],
    );
    const hashes = new Map(shown.map((entry) => [entry.key, entry.sha256]));
    return rows.map((row) => {
      const hash = hashes.get(row.key);
      return { ...row, updatedBy: { name: row.updatedByName }, published: hash !== undefined, changed: hash !== undefined && hash !== row.sha256 };
    });
  }
}

const conditions: Record<RowStatus, string> = {
  [RowStatus.DRAFT]: 'hall.sha256 IS NULL',
  [RowStatus.PUBLISHED]: 'hall.sha256 = entry.sha256',
  [RowStatus.CHANGED]: 'hall.sha256 <> entry.sha256',
};
