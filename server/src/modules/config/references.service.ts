import type { KindName } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';

/** A place in an item's draft that refers to another item, or the item that it refers to. */
export interface Use {
  kind: KindName;
  key: string;
  title: string;
  path: string;
  role: string;
}

/** Who uses what, by the references of the drafts of all items that are not deleted. */
@Injectable()
export class ReferencesService {
  usersOf(ctx: RequestContext, kind: KindName, key: string): Promise<Use[]> {
    return ctx.manager.query<Use[]>(
      `SELECT i.kind, i.key, i.title, r.path, r.role FROM config_ref r
         JOIN config_draft d ON d.sha256 = r.sha256 JOIN config_item i ON i.id = d.item_id AND i.deleted_at IS NULL
        WHERE r.to_kind = $1 AND r.to_key = $2 AND NOT (i.kind = $1 AND i.key = $2) ORDER BY i.kind, i.key, r.path LIMIT 500`,
      [kind, key],
    );
  }

  /** Users of several items of a kind, by the key that they use. */
  async usersOfMany(ctx: RequestContext, kind: KindName, keys: readonly string[]): Promise<Map<string, Use[]>> {
    const rows = await ctx.manager.query<(Use & { target: string })[]>(
      `SELECT r.to_key AS target, i.kind, i.key, i.title, r.path, r.role FROM config_ref r
         JOIN config_draft d ON d.sha256 = r.sha256 JOIN config_item i ON i.id = d.item_id AND i.deleted_at IS NULL
        WHERE r.to_kind = $1 AND r.to_key = ANY($2::text[]) ORDER BY i.kind, i.key, r.path`,
      [kind, keys],
    );
    const users = new Map<string, Use[]>();
    for (const { target, ...use } of rows) users.set(target, [...(users.get(target) ?? []), use]);
    return users;
  }

  usedBy(ctx: RequestContext, sha256: string): Promise<Use[]> {
    return ctx.manager.query<Use[]>(
      `SELECT r.to_kind AS kind, r.to_key AS key, coalesce(i.title, r.to_key) AS title, r.path, r.role FROM config_ref r
         LEFT JOIN config_item i ON i.kind = r.to_kind AND i.key = r.to_key WHERE r.sha256 = $1 ORDER BY r.path LIMIT 500`,
      [sha256],
    );
  }
}
