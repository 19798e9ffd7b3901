interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Operations, the audit log, settings, blobs and uploads. */
export class Platform1764000001000 {
  name = 'Platform1764000001000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await queries.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await queries.query(`
      CREATE TABLE operation (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        title jsonb NOT NULL,
        state text NOT NULL DEFAULT 'QUEUED',
        payload jsonb NOT NULL DEFAULT '{}',
        progress real,
        step text,
        result jsonb,
        error jsonb,
        attempts integer NOT NULL DEFAULT 0,
        max_attempts integer NOT NULL DEFAULT 3,
        cancel_requested boolean NOT NULL DEFAULT false,
        runner text,
        heartbeat_at timestamptz,
        created_by text,
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz
      )`);
    await queries.query(`CREATE INDEX ix_operation_state ON operation (state, created_at)`);
    await queries.query(`CREATE INDEX ix_operation_kind ON operation (kind, created_at)`);

    await queries.query(`
      CREATE TABLE audit_entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        actor_kind text NOT NULL,
        actor_id text,
        actor_name text NOT NULL,
        action text NOT NULL,
        target_kind text NOT NULL,
        target_key text NOT NULL,
        detail jsonb NOT NULL DEFAULT '{}',
        ip text,
        xid bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
        batch bigint
      )`);
    await queries.query(`CREATE INDEX ix_audit_entry_at ON audit_entry (at)`);
    await queries.query(`CREATE INDEX ix_audit_entry_target ON audit_entry (target_kind, target_key)`);
    await queries.query(`CREATE INDEX ix_audit_entry_actor ON audit_entry (actor_id)`);
    await queries.query(`CREATE INDEX ix_audit_entry_unsealed ON audit_entry (id) WHERE batch IS NULL`);
    await queries.query(`CREATE INDEX ix_audit_entry_batch ON audit_entry (batch, id)`);
    await queries.query(`
      CREATE TABLE audit_batch (
        n bigint PRIMARY KEY,
        entries integer NOT NULL,
        previous text NOT NULL,
        hash text NOT NULL,
        sealed_at timestamptz NOT NULL DEFAULT now()
      )`);
    await queries.query(`
      CREATE FUNCTION audit_entry_seal_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.batch IS NULL AND NEW.batch IS NOT NULL AND to_jsonb(NEW) - 'batch' = to_jsonb(OLD) - 'batch' THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'audit_entry is append-only' USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await queries.query(`CREATE TRIGGER audit_entry_update BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_seal_only()`);
    await queries.query(`CREATE TRIGGER audit_entry_delete BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await queries.query(`CREATE TRIGGER audit_entry_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await queries.query(`CREATE TRIGGER audit_batch_change BEFORE UPDATE OR DELETE ON audit_batch FOR EACH ROW EXECUTE FUNCTION refuse_change()`);

    await queries.query(`CREATE TABLE setting (name text PRIMARY KEY, value jsonb NOT NULL)`);
    await queries.query(`CREATE TABLE blob (sha256 text PRIMARY KEY, size bigint NOT NULL, created_at timestamptz NOT NULL DEFAULT now())`);
    await queries.query(`
      CREATE TABLE upload (
        id uuid PRIMARY KEY,
        sha256 text NOT NULL,
        name text NOT NULL,
        size bigint NOT NULL,
        media_type text NOT NULL,
        created_by text,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await queries.query(`CREATE INDEX ix_upload_created_at ON upload (created_at)`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TABLE upload, blob, setting, audit_batch, audit_entry, operation`);
    await queries.query(`DROP FUNCTION audit_entry_seal_only, refuse_change`);
  }
}
