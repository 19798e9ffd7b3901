import type { RequestContext } from '../../platform/actor/request-context.js';

/** Contents of kind `model`, with who holds them. */
const chosen = `
  SELECT c.body ->> 'artifact' AS artifact, 'bundle' AS kind, b.n::text AS key FROM config_content c JOIN bundle_entry e ON e.sha256 = c.sha256 JOIN bundle b ON b.sha256 = e.bundle WHERE c.kind = 'model'
  UNION ALL
  SELECT c.body ->> 'artifact', 'draft', i.key FROM config_content c JOIN config_draft d ON d.sha256 = c.sha256 JOIN config_item i ON i.id = d.item_id AND i.deleted_at IS NULL WHERE c.kind = 'model'
  UNION ALL
  SELECT c.body ->> 'artifact', 'version', i.key || ' ' || v.n FROM config_content c JOIN config_version v ON v.sha256 = c.sha256 JOIN config_item i ON i.id = v.item_id WHERE c.kind = 'model'`;

export interface ModelUse {
  /** bundle, draft or version (of the model's configuration). */
  kind: string;
  key: string;
}

/** Everything from which the artifact could be reached again: bundles of any age, drafts and kept versions. */
export function usesOf(ctx: RequestContext, artifact: string): Promise<ModelUse[]> {
  return ctx.manager.query<ModelUse[]>(`SELECT kind, key FROM (${chosen}) uses WHERE artifact = $1 ORDER BY kind, key LIMIT 100`, [artifact]);
}

/** `production` is the version that the hall's bundle holds; `candidate` the one in the sandbox's or in the draft, where it is another. */
export async function aliasesOf(ctx: RequestContext, artifacts: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.manager.query<{ artifact: string; alias: string }[]>(
    `WITH alias AS (
       SELECT c.body ->> 'artifact' AS artifact, CASE e.channel WHEN 'hall' THEN 'production' ELSE 'candidate' END AS alias
         FROM channel_entry e JOIN config_content c ON c.sha256 = e.sha256 WHERE e.kind = 'model'
       UNION
       SELECT c.body ->> 'artifact', 'candidate' FROM config_item i JOIN config_draft d ON d.item_id = i.id JOIN config_content c ON c.sha256 = d.sha256
        WHERE i.kind = 'model' AND i.deleted_at IS NULL)
     SELECT artifact, coalesce(min(alias) FILTER (WHERE alias = 'production'), 'candidate') AS alias
       FROM alias WHERE artifact = ANY($1) GROUP BY artifact`,
    [[...artifacts]],
  );
  return new Map(rows.map((row) => [row.artifact, [row.alias]]));
}
