interface Queries {
  query(sql: string): Promise<unknown>;
}

/** The list rows of frequent questions. */
export class Faqs1764000014000 {
  name = 'Faqs1764000014000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE faq_row (
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
        services text[] NOT NULL,
        themes text[] NOT NULL,
        valid_from date,
        valid_to date,
        wording_count integer NOT NULL,
        CONSTRAINT fk_faq_row_item FOREIGN KEY (id) REFERENCES config_item (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_faq_row_key ON faq_row (key)`);
    await queries.query(`CREATE INDEX ix_faq_row_title ON faq_row (title_order)`);
    await queries.query(`CREATE INDEX ix_faq_row_updated_at ON faq_row (updated_at)`);
    await queries.query(`CREATE INDEX ix_faq_row_search ON faq_row USING gin (search gin_trgm_ops)`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TABLE faq_row`);
  }
}
