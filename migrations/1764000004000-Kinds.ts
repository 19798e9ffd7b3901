interface Queries {
  query(sql: string): Promise<unknown>;
}

/** What the rows of every kind have, and where they are looked up. */
const rowTable = (kind: string, own: string[]) => `
  CREATE TABLE ${kind}_row (
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
    ${own.map((column) => `${column},`).join('\n    ')}
    CONSTRAINT fk_${kind}_row_item FOREIGN KEY (id) REFERENCES config_item (id)
  );
  CREATE UNIQUE INDEX uq_${kind}_row_key ON ${kind}_row (key);
  CREATE INDEX ix_${kind}_row_title ON ${kind}_row (title_order);
  CREATE INDEX ix_${kind}_row_updated_at ON ${kind}_row (updated_at);
  CREATE INDEX ix_${kind}_row_search ON ${kind}_row USING gin (search gin_trgm_ops)`;

/** The list rows of services, dictionaries, forms, workflows, intents and slots; problems of imports. */
export class Kinds1764000004000 {
  name = 'Kinds1764000004000';

  async up(queries: Queries): Promise<void> {
    await queries.query(
      rowTable('service', [
        'code text NOT NULL',
        'type text NOT NULL',
        'department text NOT NULL',
        'audience text[] NOT NULL',
        'themes text[] NOT NULL',
        'online boolean NOT NULL',
        'form text',
        'workflow text',
      ]),
    );
    await queries.query(`CREATE INDEX ix_service_row_department ON service_row (department)`);
    await queries.query(`CREATE INDEX ix_service_row_code ON service_row (code)`);
    await queries.query(rowTable('dictionary', ['entry_count integer NOT NULL']));
    await queries.query(rowTable('form', ['field_count integer NOT NULL']));
    await queries.query(rowTable('workflow', ['task_count integer NOT NULL']));
    await queries.query(rowTable('intent', ['role text NOT NULL', 'service text', 'parent text']));
    await queries.query(rowTable('slot', ['type text NOT NULL', 'sensitive boolean NOT NULL', 'dictionary text']));
    await queries.query(`
      CREATE TABLE import_problem (
        operation uuid NOT NULL,
        n integer NOT NULL,
        row integer NOT NULL,
        "column" text,
        code text NOT NULL,
        severity text NOT NULL,
        value text,
        params jsonb NOT NULL,
        PRIMARY KEY (operation, n),
        CONSTRAINT fk_import_problem_operation FOREIGN KEY (operation) REFERENCES operation (id) ON DELETE CASCADE
      )`);
    await queries.query(`CREATE INDEX ix_import_problem_code ON import_problem (operation, code, n)`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TABLE import_problem, slot_row, intent_row, workflow_row, form_row, dictionary_row, service_row`);
  }
}
