interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Contents, items, drafts, versions and references; bundles and channels; the view of what each channel shows. */
export class Config1764000003000 {
  name = 'Config1764000003000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE config_content (
        sha256 text PRIMARY KEY,
        kind text NOT NULL,
        schema_version integer NOT NULL,
        body jsonb NOT NULL
      )`);
    await queries.query(`CREATE TRIGGER config_content_change BEFORE UPDATE ON config_content FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await queries.query(`
      CREATE TABLE config_item (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        key text NOT NULL,
        org_unit_id uuid,
        title text NOT NULL,
        search text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        CONSTRAINT fk_config_item_org_unit FOREIGN KEY (org_unit_id) REFERENCES org_unit (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_config_item_kind_key ON config_item (kind, key)`);
    await queries.query(`CREATE INDEX ix_config_item_org_unit ON config_item (org_unit_id)`);
    await queries.query(`CREATE INDEX ix_config_item_search ON config_item USING gin (search gin_trgm_ops)`);
    await queries.query(`
      CREATE TABLE config_draft (
        item_id uuid PRIMARY KEY,
        rev integer NOT NULL,
        sha256 text NOT NULL,
        base_version integer,
        by_id text,
        by_name text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_config_draft_item FOREIGN KEY (item_id) REFERENCES config_item (id),
        CONSTRAINT fk_config_draft_content FOREIGN KEY (sha256) REFERENCES config_content (sha256)
      )`);
    await queries.query(`CREATE INDEX ix_config_draft_sha256 ON config_draft (sha256)`);
    await queries.query(`
      CREATE TABLE config_version (
        item_id uuid NOT NULL,
        n integer NOT NULL,
        sha256 text NOT NULL,
        note text NOT NULL,
        by_id text,
        by_name text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (item_id, n),
        CONSTRAINT fk_config_version_item FOREIGN KEY (item_id) REFERENCES config_item (id),
        CONSTRAINT fk_config_version_content FOREIGN KEY (sha256) REFERENCES config_content (sha256)
      )`);
    await queries.query(`CREATE TRIGGER config_version_change BEFORE UPDATE OR DELETE ON config_version FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await queries.query(`
      CREATE TABLE config_ref (
        sha256 text NOT NULL,
        path text NOT NULL,
        to_kind text NOT NULL,
        to_key text NOT NULL,
        role text NOT NULL,
        PRIMARY KEY (sha256, path, to_kind, to_key),
        CONSTRAINT fk_config_ref_content FOREIGN KEY (sha256) REFERENCES config_content (sha256)
      )`);
    await queries.query(`CREATE INDEX ix_config_ref_target ON config_ref (to_kind, to_key)`);

    await queries.query(`
      CREATE TABLE bundle (
        sha256 text PRIMARY KEY,
        n integer NOT NULL,
        parent text,
        note text NOT NULL,
        by_id text,
        by_name text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_bundle_parent FOREIGN KEY (parent) REFERENCES bundle (sha256)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_bundle_n ON bundle (n)`);
    await queries.query(`
      CREATE TABLE bundle_entry (
        bundle text NOT NULL,
        kind text NOT NULL,
        key text NOT NULL,
        sha256 text NOT NULL,
        PRIMARY KEY (bundle, kind, key),
        CONSTRAINT fk_bundle_entry_bundle FOREIGN KEY (bundle) REFERENCES bundle (sha256),
        CONSTRAINT fk_bundle_entry_content FOREIGN KEY (sha256) REFERENCES config_content (sha256)
      )`);
    await queries.query(`CREATE INDEX ix_bundle_entry_content ON bundle_entry (sha256)`);
    await queries.query(`
      CREATE TABLE channel (
        name text PRIMARY KEY,
        bundle text,
        canary_bundle text,
        share real NOT NULL DEFAULT 0,
        rev integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_channel_bundle FOREIGN KEY (bundle) REFERENCES bundle (sha256),
        CONSTRAINT fk_channel_canary_bundle FOREIGN KEY (canary_bundle) REFERENCES bundle (sha256)
      )`);
    await queries.query(`
      CREATE TABLE channel_move (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        channel text NOT NULL,
        from_bundle text,
        to_bundle text NOT NULL,
        rev integer NOT NULL,
        reason text NOT NULL,
        note text NOT NULL,
        by_id text,
        by_name text NOT NULL,
        requested_by_name text,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_channel_move_channel FOREIGN KEY (channel) REFERENCES channel (name),
        CONSTRAINT fk_channel_move_to FOREIGN KEY (to_bundle) REFERENCES bundle (sha256)
      )`);
    await queries.query(`CREATE INDEX ix_channel_move_channel ON channel_move (channel, id)`);
    await queries.query(`CREATE TRIGGER bundle_change BEFORE UPDATE ON bundle FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await queries.query(`CREATE TRIGGER bundle_entry_change BEFORE UPDATE ON bundle_entry FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await queries.query(`CREATE TRIGGER channel_move_change BEFORE UPDATE OR DELETE ON channel_move FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await queries.query(`INSERT INTO channel (name) VALUES ('hall'), ('sandbox')`);
    await queries.query(`
      CREATE VIEW channel_entry AS
      SELECT c.name AS channel, e.bundle, e.kind, e.key, e.sha256 FROM channel c JOIN bundle_entry e ON e.bundle = c.bundle`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP VIEW channel_entry`);
    await queries.query(`DROP TABLE channel_move, channel, bundle_entry, bundle, config_ref, config_version, config_draft, config_item, config_content`);
  }
}
