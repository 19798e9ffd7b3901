import type { ServiceBody } from '@banshi/bundle';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import type { ContentsService } from '../../config/contents.service.js';

export interface KnownService {
  key: string;
  code: string;
  title: string;
  orgUnitId: string | null;
  isDeleted: boolean;
  sha256: string;
}

/** Services that rows may stand for. */
export interface KnownServices {
  byCode: Map<string, KnownService[]>;
  byKey: Map<string, KnownService>;
  bodies: Map<string, ServiceBody>;
}

/** Looks up the services of a batch by their codes and keys; `isLocking` keeps others from saving them until the transaction ends. */
export async function lookUp(ctx: RequestContext, contents: ContentsService, codes: readonly string[], keys: readonly string[], isLocking: boolean): Promise<KnownServices> {
  const rows = await ctx.manager.query<KnownService[]>(
    `SELECT s.key, s.code, s.title, d.sha256, i.org_unit_id AS "orgUnitId", i.deleted_at IS NOT NULL AS "isDeleted"
       FROM service_row s JOIN config_item i ON i.id = s.id JOIN config_draft d ON d.item_id = s.id
      WHERE s.code = ANY($1::text[]) OR s.key = ANY($2::text[]) ORDER BY s.id ${isLocking ? 'FOR UPDATE OF d' : ''}`,
    [codes, keys],
  );
  const byCode = new Map<string, KnownService[]>();
  for (const row of rows) if (row.code !== '') byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  const loaded = await contents.getMany(ctx, rows.map((row) => row.sha256));
  return {
    byCode,
    byKey: new Map(rows.map((row) => [row.key, row])),
    bodies: new Map([...loaded].map(([sha256, content]) => [sha256, content.body as ServiceBody])),
  };
}
