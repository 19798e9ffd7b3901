import { checkBundle, createView, type BundleEntry, type Finding, type KindName } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { BundlesService } from './bundles.service.js';

/** Items that a check looks at around one item; a hall's largest service reaches a few dozen. */
const neighbourhoodLimit = 600;

export interface DraftRow {
  kind: KindName;
  key: string;
  title: string;
  sha256: string;
  rev: number;
  byName: string;
  at: Date;
  orgUnitId: string | null;
  isDeleted: boolean;
}

/** The drafts of everything, as one would release them. */
@Injectable()
export class WorkspaceService {
  constructor(private readonly bundles: BundlesService) {}

  /** Items whose draft is not what the channel shows, deleted ones that it still shows included. */
  changed(ctx: RequestContext, channel: string): Promise<(DraftRow & { published: string | null })[]> {
    return ctx.manager.query(
      `SELECT i.kind, i.key, i.title, d.sha256, d.rev, d.by_name AS "byName", d.at, i.org_unit_id AS "orgUnitId", i.deleted_at IS NOT NULL AS "isDeleted", e.sha256 AS published
         FROM config_item i JOIN config_draft d ON d.item_id = i.id
         LEFT JOIN channel_entry e ON e.channel = $1 AND e.kind = i.kind AND e.key = i.key
        WHERE CASE WHEN i.deleted_at IS NULL THEN e.sha256 IS DISTINCT FROM d.sha256 ELSE e.sha256 IS NOT NULL END
        ORDER BY i.kind, i.key`,
      [channel],
    );
  }

  /** The drafts of all items that are not deleted. */
  drafts(ctx: RequestContext): Promise<BundleEntry[]> {
    return ctx.manager.query(`SELECT i.kind, i.key, d.sha256 FROM config_item i JOIN config_draft d ON d.item_id = i.id WHERE i.deleted_at IS NULL ORDER BY i.kind, i.key`);
  }

  /** Changes with every saved draft, deletion and move of the channel; equal texts mean that nothing has changed. */
  async fingerprint(ctx: RequestContext, channel: string): Promise<string> {
    const [row] = await ctx.manager.query<{ text: string }[]>(
      `SELECT concat_ws(':', (SELECT rev FROM channel WHERE name = $1), count(*), sum(d.rev), count(i.deleted_at), max(d.at)) AS text FROM config_item i JOIN config_draft d ON d.item_id = i.id`,
      [channel],
    );
    return row!.text;
  }

  /** Findings on an item's draft, seen among the drafts that it refers to, that refer to it, and the model. */
  async findingsOf(ctx: RequestContext, kind: KindName, key: string): Promise<Finding[]> {
    const entries = await this.neighbourhood(ctx, kind, key);
    const view = await createView(await this.bundles.loadEntries(ctx, entries));
    return checkBundle(view, { changed: [{ kind, key }] }).filter((finding) => finding.kind === kind && finding.key === key);
  }

  /** The connected drafts. Dictionaries, slots and models are shared by all, so the walk ends at them unless it starts there. */
  private async neighbourhood(ctx: RequestContext, kind: KindName, key: string): Promise<BundleEntry[]> {
    return ctx.manager.query<BundleEntry[]>(
      `WITH RECURSIVE draft AS (
         SELECT i.kind, i.key, d.sha256 FROM config_item i JOIN config_draft d ON d.item_id = i.id WHERE i.deleted_at IS NULL
       ), edge AS (
         SELECT d.kind AS a_kind, d.key AS a_key, r.to_kind AS b_kind, r.to_key AS b_key FROM draft d JOIN config_ref r ON r.sha256 = d.sha256
       ), reached AS (
         SELECT $1::text AS kind, $2::text AS key, 0 AS depth
         UNION
         SELECT n.kind, n.key, reached.depth + 1 FROM reached CROSS JOIN LATERAL (
           SELECT b_kind AS kind, b_key AS key FROM edge WHERE a_kind = reached.kind AND a_key = reached.key
           UNION SELECT a_kind, a_key FROM edge WHERE b_kind = reached.kind AND b_key = reached.key AND a_kind <> 'model'
         ) n WHERE reached.depth < 4 AND (reached.depth = 0 OR reached.kind NOT IN ('slot', 'dictionary', 'model'))
       )
       SELECT DISTINCT d.kind, d.key, d.sha256 FROM draft d
        WHERE d.kind = 'model' OR EXISTS (SELECT 1 FROM reached r WHERE r.kind = d.kind AND r.key = d.key)
        LIMIT $3`,
      [kind, key, neighbourhoodLimit],
    );
  }
}
