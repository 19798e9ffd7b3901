interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Requests to release, which a second person grants. */
export class Release1764000007000 {
  name = 'Release1764000007000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE release_request (
        id uuid PRIMARY KEY,
        channel text NOT NULL,
        base_rev integer NOT NULL,
        items jsonb NOT NULL,
        note text NOT NULL,
        reason text,
        state text NOT NULL DEFAULT 'OPEN',
        requested_by text NOT NULL,
        requested_by_name text NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT now(),
        decided_by text,
        decided_by_name text,
        decided_at timestamptz,
        decision_reason text,
        bundle text,
        CONSTRAINT fk_release_request_channel FOREIGN KEY (channel) REFERENCES channel (name),
        CONSTRAINT fk_release_request_bundle FOREIGN KEY (bundle) REFERENCES bundle (sha256)
      )`);
    await queries.query(`CREATE INDEX ix_release_request_state ON release_request (state, requested_at)`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TABLE release_request`);
  }
}
