interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Org units, posts, users, roles, sessions and API keys. */
export class Access1764000002000 {
  name = 'Access1764000002000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE org_unit (
        id uuid PRIMARY KEY,
        key text NOT NULL,
        title text NOT NULL,
        kind text NOT NULL DEFAULT 'department',
        parent_id uuid,
        CONSTRAINT fk_org_unit_parent FOREIGN KEY (parent_id) REFERENCES org_unit (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_org_unit_key ON org_unit (key)`);
    await queries.query(`CREATE INDEX ix_org_unit_parent ON org_unit (parent_id)`);
    await queries.query(`
      CREATE TABLE app_user (
        id uuid PRIMARY KEY,
        username text NOT NULL,
        name text NOT NULL,
        password_hash text NOT NULL,
        must_change_password boolean NOT NULL DEFAULT true,
        department_id uuid,
        language text NOT NULL DEFAULT 'zh',
        is_disabled boolean NOT NULL DEFAULT false,
        failed_sign_ins integer NOT NULL DEFAULT 0,
        locked_until timestamptz,
        last_sign_in_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_app_user_department FOREIGN KEY (department_id) REFERENCES org_unit (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_app_user_username ON app_user (lower(username))`);
    await queries.query(`CREATE INDEX ix_app_user_department ON app_user (department_id)`);
    await queries.query(`
      CREATE TABLE post (
        id uuid PRIMARY KEY,
        key text NOT NULL,
        title text NOT NULL,
        org_unit_id uuid NOT NULL,
        CONSTRAINT fk_post_org_unit FOREIGN KEY (org_unit_id) REFERENCES org_unit (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_post_key ON post (key)`);
    await queries.query(`CREATE INDEX ix_post_org_unit ON post (org_unit_id)`);
    await queries.query(`
      CREATE TABLE post_member (
        post_id uuid NOT NULL,
        user_id uuid NOT NULL,
        PRIMARY KEY (post_id, user_id),
        CONSTRAINT fk_post_member_post FOREIGN KEY (post_id) REFERENCES post (id) ON DELETE CASCADE,
        CONSTRAINT fk_post_member_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
      )`);
    await queries.query(`CREATE INDEX ix_post_member_user ON post_member (user_id)`);
    await queries.query(`
      CREATE TABLE role_grant (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL,
        role text NOT NULL,
        scope_id uuid,
        CONSTRAINT fk_role_grant_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
        CONSTRAINT fk_role_grant_scope FOREIGN KEY (scope_id) REFERENCES org_unit (id)
      )`);
    await queries.query(`CREATE INDEX ix_role_grant_user ON role_grant (user_id)`);
    await queries.query(`CREATE INDEX ix_role_grant_scope ON role_grant (scope_id)`);
    await queries.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY,
        token_hash text NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        CONSTRAINT fk_session_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_session_token_hash ON session (token_hash)`);
    await queries.query(`CREATE INDEX ix_session_user ON session (user_id)`);
    await queries.query(`
      CREATE TABLE api_key (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        prefix text NOT NULL,
        secret_hash text NOT NULL,
        scopes text[] NOT NULL,
        channel text NOT NULL DEFAULT 'hall',
        created_by text,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        expires_at timestamptz,
        revoked_at timestamptz,
        is_preview boolean NOT NULL DEFAULT false
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_api_key_secret_hash ON api_key (secret_hash)`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TABLE api_key, session, role_grant, post_member, post, app_user, org_unit`);
  }
}
