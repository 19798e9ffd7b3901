import { type BodyOf, type ConfigKind, configKinds, type KindName } from '@banshi/bundle';
import type { Type } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { titleOrderOf } from '../../platform/search/search-text.js';
import type { ProjectedRow, OwnColumns } from './projected-row.types.js';
import type { Projected, Projection } from './projections.service.js';

export interface RowProjection<K extends KindName, R extends ProjectedRow> extends Pick<Projection<K>, 'searchWords' | 'ownerOf'> {
  kind: K;
  entity: Type<R>;
  /** The columns that this kind adds. */
  columns(body: BodyOf<K>): OwnColumns<R>;
}

/** A projection that keeps one row per item in the kind's own table. */
export function rowProjection<K extends KindName, R extends ProjectedRow>({ kind, entity, columns, ...rest }: RowProjection<K, R>): Projection<K> {
  const projectMany = async (ctx: RequestContext, entries: readonly Projected<K>[]): Promise<void> => {
    const rows: unknown[] = [];
    for (const { item, body, sha256 } of entries) {
      rows.push({
        id: item.id,
        key: item.key,
        title: item.title,
        titleOrder: titleOrderOf(item.title),
        search: item.search,
        orgUnitId: item.orgUnitId,
        sha256,
        errors: await countErrors(kind, item.key, body),
        updatedAt: () => 'now()',
        updatedByName: ctx.actor.name,
        ...columns(body),
      });
    }
    if (rows.length > 0) await ctx.manager.upsert(entity, rows as QueryDeepPartialEntity<R>[], ['id']);
  };
  return { kind, ...rest, projectMany };
}

async function countErrors<K extends KindName>(kind: K, key: string, body: BodyOf<K>): Promise<number> {
  const findings = await (configKinds[kind] as ConfigKind<K>).lint(key, body);
  return findings.filter((finding) => finding.severity === 'error').length;
}
