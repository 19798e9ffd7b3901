interface Queries {
  query(sql: string): Promise<unknown>;
}

/** The list rows of policy documents. */
export class Policies1764000012000 {
  name = 'Policies1764000012000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE policy_row (
        id uuid PRIMARY KEY,
        key text NOT NULL,
        title text NOT NULL,
        title_order text NOT NULL,
        search text NOT NULL,
        org_unit_id uuid,
        sha256 text NOT NULL,
        errors integer NOT NULL,
        updated_at timestamptz NOT NULL,
        updated_by_name text NOT NULL,
        issuer text NOT NULL,
        level text NOT NULL,
        number text NOT NULL,
        region text NOT NULL,
        effective_from date,
        effective_to date,
        themes text[] NOT NULL,
        clause_count integer NOT NULL,
        CONSTRAINT fk_policy_row_item FOREIGN KEY (id) REFERENCES config_item (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_policy_row_key ON policy_row (key)`);
    await queries.query(`CREATE INDEX ix_policy_row_title ON policy_row (title_order)`);
    await queries.query(`CREATE INDEX ix_policy_row_updated_at ON policy_row (updated_at)`);
    await queries.query(`CREATE INDEX ix_policy_row_search ON policy_row USING gin (search gin_trgm_ops)`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TABLE policy_row`);
  }
}
