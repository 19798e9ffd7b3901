interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Keys that personal data is sealed under, the blind index that finds it, demands of persons, and how long what is kept. */
export class Privacy1764000015000 {
  name = 'Privacy1764000015000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE data_key (
        id uuid PRIMARY KEY,
        purpose text NOT NULL,
        wrapped text NOT NULL,
        master text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        retired_at timestamptz
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_data_key_active ON data_key (purpose) WHERE retired_at IS NULL`);

    await queries.query(`
      CREATE TABLE vault_key (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        target text NOT NULL,
        data_key uuid NOT NULL,
        wrapped text,
        created_at timestamptz NOT NULL DEFAULT now(),
        destroyed_at timestamptz,
        CONSTRAINT fk_vault_key_data_key FOREIGN KEY (data_key) REFERENCES data_key (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_vault_key_target ON vault_key (kind, target)`);
    await queries.query(`CREATE INDEX ix_vault_key_data_key ON vault_key (data_key, id)`);

    await queries.query(`
      CREATE TABLE vault_index (
        vault_key uuid NOT NULL,
        digest text NOT NULL,
        kind text NOT NULL,
        PRIMARY KEY (vault_key, digest),
        CONSTRAINT fk_vault_index_key FOREIGN KEY (vault_key) REFERENCES vault_key (id)
      )`);
    await queries.query(`CREATE INDEX ix_vault_index_digest ON vault_index (digest)`);

    await queries.query(`
      CREATE TABLE mask_session (
        vault_key uuid PRIMARY KEY,
        sealed text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_mask_session_key FOREIGN KEY (vault_key) REFERENCES vault_key (id)
      )`);

    await queries.query(`
      CREATE TABLE privacy_request (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        state text NOT NULL,
        subject text,
        subject_digest text NOT NULL,
        report jsonb NOT NULL DEFAULT '{}',
        blob text,
        operation_id uuid,
        by_id text,
        by_name text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz
      )`);
    await queries.query(`CREATE INDEX ix_privacy_request_at ON privacy_request (at)`);
    await queries.query(`CREATE INDEX ix_privacy_request_subject ON privacy_request (subject_digest)`);

    await queries.query(`
      CREATE TABLE retention_rule (
        kind text PRIMARY KEY,
        days integer,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by_name text NOT NULL
      )`);

    await queries.query(`ALTER TABLE service_case ADD COLUMN attachments text[] NOT NULL DEFAULT '{}', ADD COLUMN is_sealed boolean NOT NULL DEFAULT false, ADD COLUMN erased_at timestamptz`);
    await queries.query(`CREATE INDEX ix_service_case_attachments ON service_case USING gin (attachments)`);
    await queries.query(`CREATE INDEX ix_service_case_unsealed ON service_case (id) WHERE NOT is_sealed`);
    await queries.query(`CREATE INDEX ix_service_case_kept ON service_case (completed_at) WHERE erased_at IS NULL`);

    // What happened stays; who the applicant was and what was remarked may be struck out, and only when the case itself is erased.
    await queries.query(`
      CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - ARRAY['actor_id', 'actor_name', 'comment']) = (to_jsonb(OLD) - ARRAY['actor_id', 'actor_name', 'comment'])
           AND NEW.comment IS NULL AND EXISTS (SELECT 1 FROM service_case c WHERE c.id = NEW.case_id AND c.erased_at IS NOT NULL) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
      END $$`);
    await queries.query(`DROP TRIGGER case_event_change ON case_event`);
    await queries.query(`CREATE TRIGGER case_event_change BEFORE UPDATE OR DELETE ON case_event FOR EACH ROW EXECUTE FUNCTION refuse_event_change()`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TRIGGER case_event_change ON case_event`);
    await queries.query(`CREATE TRIGGER case_event_change BEFORE UPDATE OR DELETE ON case_event FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await queries.query(`DROP FUNCTION refuse_event_change`);
    await queries.query(`DROP INDEX ix_service_case_kept, ix_service_case_unsealed, ix_service_case_attachments`);
    await queries.query(`ALTER TABLE service_case DROP COLUMN erased_at, DROP COLUMN is_sealed, DROP COLUMN attachments`);
    await queries.query(`DROP TABLE retention_rule, privacy_request, mask_session, vault_index, vault_key, data_key`);
  }
}
