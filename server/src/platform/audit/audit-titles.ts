import type { RequestContext } from '../actor/request-context.js';

/** Thing that the log names by kind and key. */
export interface AuditTarget {
  targetKind: string;
  targetKey: string;
}

/**
 * What the things of the log are called now, by `kind/key`; what has no name, such as a case, is missing. Names are read
 * from the tables of their owners, never written, so that the log itself holds none that could change. Texts of
 * utterances are left out: they may hold personal data.
 */
export async function targetTitles(ctx: RequestContext, targets: readonly AuditTarget[]): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(targets.map(({ targetKind, targetKey }) => `${targetKind}/${targetKey}`))];
  const rows = await ctx.manager.query<{ name: string; title: string | null }[]>(
    `WITH wanted AS (SELECT name, split_part(name, '/', 1) AS kind, substr(name, strpos(name, '/') + 1) AS key FROM unnest($1::text[]) AS name)
     SELECT w.name, coalesce(
       (SELECT u.name FROM app_user u WHERE w.kind = 'user' AND u.id::text = w.key),
       (SELECT a.name FROM api_key a WHERE w.kind = 'api-key' AND a.id::text = w.key),
       (SELECT o.title ->> $2 FROM operation o WHERE w.kind = 'operation' AND o.id::text = w.key),
       (SELECT o.title FROM org_unit o WHERE w.kind = 'org-unit' AND o.key = w.key),
       (SELECT p.title FROM post p WHERE w.kind = 'post' AND p.key = w.key),
       (SELECT s.title FROM training_set s WHERE w.kind = 'training-set' AND s.key = w.key),
       (SELECT u.name FROM upload u WHERE w.kind = 'upload' AND u.id::text = w.key),
       (SELECT i.title FROM config_item i WHERE i.kind = w.kind AND i.key = w.key)
     ) AS title FROM wanted w`,
    [names, ctx.language],
  );
  return new Map(rows.flatMap(({ name, title }) => (title === null ? [] : [[name, title] as const])));
}

/** The keys of the things whose present name has the words in it; for the search of the log. */
export const namedTargets = `
  SELECT 'user' AS kind, u.id::text AS key FROM app_user u WHERE u.name ILIKE :q OR u.username ILIKE :q
  UNION ALL SELECT 'api-key', a.id::text FROM api_key a WHERE a.name ILIKE :q
  UNION ALL SELECT 'org-unit', o.key FROM org_unit o WHERE o.title ILIKE :q
  UNION ALL SELECT 'post', p.key FROM post p WHERE p.title ILIKE :q
  UNION ALL SELECT 'training-set', s.key FROM training_set s WHERE s.title ILIKE :q
  UNION ALL SELECT i.kind, i.key FROM config_item i WHERE i.title ILIKE :q`;
