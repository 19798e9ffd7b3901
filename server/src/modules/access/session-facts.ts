import type { EntityManager } from 'typeorm';
import type { Role } from './roles.js';

/** Who stands behind a session, read at every request: a role that is taken away ends at once. */
export interface SessionFacts {
  sessionId: string;
  userId: string;
  name: string;
  language: string;
  mustChangePassword: boolean;
  /** `units`: the org units in which the role holds; null for everywhere. */
  grants: { role: Role; units: string[] | null }[];
  postKeys: string[];
  /** The department and the units above it, nearest first. */
  orgUnitIds: string[];
}

const statement = `
SELECT s.id AS "sessionId", u.id AS "userId", u.name, u.language, u.must_change_password AS "mustChangePassword",
  coalesce((SELECT json_agg(json_build_object('role', g.role, 'units', CASE WHEN g.scope_id IS NOT NULL THEN to_json(ARRAY(
    WITH RECURSIVE below AS (SELECT id FROM org_unit WHERE id = g.scope_id UNION SELECT o.id FROM org_unit o JOIN below b ON o.parent_id = b.id) SELECT id FROM below)) END))
    FROM role_grant g WHERE g.user_id = u.id), '[]') AS grants,
  ARRAY(SELECT p.key FROM post_member m JOIN post p ON p.id = m.post_id WHERE m.user_id = u.id) AS "postKeys",
  ARRAY(
    WITH RECURSIVE above AS (SELECT id, parent_id, 0 AS height FROM org_unit WHERE id = u.department_id
      UNION ALL SELECT o.id, o.parent_id, a.height + 1 FROM org_unit o JOIN above a ON o.id = a.parent_id) CYCLE id SET is_cycle USING path
    SELECT id FROM above WHERE NOT is_cycle ORDER BY height) AS "orgUnitIds"
FROM session s JOIN app_user u ON u.id = s.user_id
WHERE s.token_hash = $1 AND s.expires_at > now() AND NOT u.is_disabled`;

/** One statement, since every request waits for it. Null for a session that has ended or whose user is disabled. */
export async function readSessionFacts(manager: EntityManager, tokenHash: string): Promise<SessionFacts | null> {
  const [facts] = await manager.query<SessionFacts[]>(statement, [tokenHash]);
  return facts ?? null;
}
