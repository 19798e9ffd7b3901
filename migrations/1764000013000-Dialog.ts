interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Conversations with the hall's assistant: sessions, their turns, what is counted, what it could not answer; and the rates of callers. */
export class Dialog1764000013000 {
  name = 'Dialog1764000013000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE dialog_session (
        id uuid PRIMARY KEY,
        realm text NOT NULL,
        channel text NOT NULL,
        applicant_id text,
        applicant_name text,
        bundle text NOT NULL,
        state jsonb NOT NULL,
        mode text NOT NULL DEFAULT 'ASSISTANT',
        service text,
        org_unit_id uuid,
        reason text,
        note jsonb,
        handed_over_at timestamptz,
        waiting_since timestamptz,
        clerk_id uuid,
        clerk_name text,
        last_turn integer NOT NULL DEFAULT 0,
        rev integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        erased_at timestamptz,
        CONSTRAINT fk_dialog_session_bundle FOREIGN KEY (bundle) REFERENCES bundle (sha256),
        CONSTRAINT fk_dialog_session_org_unit FOREIGN KEY (org_unit_id) REFERENCES org_unit (id),
        CONSTRAINT fk_dialog_session_clerk FOREIGN KEY (clerk_id) REFERENCES app_user (id)
      )`);
    await queries.query(`CREATE INDEX ix_dialog_session_bundle ON dialog_session (bundle)`);
    await queries.query(`CREATE INDEX ix_dialog_session_applicant ON dialog_session (realm, applicant_id, updated_at)`);
    await queries.query(`CREATE INDEX ix_dialog_session_created_at ON dialog_session (created_at)`);
    await queries.query(`CREATE INDEX ix_dialog_session_clerk ON dialog_session (clerk_id)`);
    await queries.query(`CREATE INDEX ix_dialog_session_waiting ON dialog_session (waiting_since) WHERE mode IN ('WAITING', 'CLERK')`);

    await queries.query(`
      CREATE TABLE dialog_turn (
        session uuid NOT NULL,
        n integer NOT NULL,
        kind text NOT NULL,
        content jsonb NOT NULL,
        bundle text NOT NULL,
        by_id uuid,
        by_name text,
        idempotency_key text,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (session, n),
        CONSTRAINT fk_dialog_turn_session FOREIGN KEY (session) REFERENCES dialog_session (id),
        CONSTRAINT fk_dialog_turn_bundle FOREIGN KEY (bundle) REFERENCES bundle (sha256)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_dialog_turn_idempotency ON dialog_turn (session, idempotency_key) WHERE idempotency_key IS NOT NULL`);
    await queries.query(`CREATE INDEX ix_dialog_turn_bundle ON dialog_turn (bundle)`);
    // What was said stays as it was said. Removing a person's turns altogether is another matter: he may demand it.
    await queries.query(`CREATE TRIGGER dialog_turn_change BEFORE UPDATE ON dialog_turn FOR EACH ROW EXECUTE FUNCTION refuse_change()`);

    await queries.query(`
      CREATE TABLE dialog_fact (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        session uuid NOT NULL,
        n integer NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        realm text NOT NULL,
        what text NOT NULL,
        service text NOT NULL,
        field text,
        source text
      )`);
    await queries.query(`CREATE INDEX ix_dialog_fact_at ON dialog_fact (at)`);
    await queries.query(`CREATE INDEX ix_dialog_fact_session ON dialog_fact (session)`);

    await queries.query(`
      CREATE TABLE dialog_question (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        group_key text NOT NULL,
        text text NOT NULL,
        service text,
        field text,
        state text NOT NULL DEFAULT 'OPEN',
        count integer NOT NULL DEFAULT 1,
        first_at timestamptz NOT NULL DEFAULT now(),
        last_at timestamptz NOT NULL DEFAULT now(),
        last_session uuid,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        outcome text,
        outcome_key text
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_dialog_question_group ON dialog_question (kind, group_key)`);
    await queries.query(`CREATE INDEX ix_dialog_question_rank ON dialog_question (state, count)`);
    await queries.query(`CREATE INDEX ix_dialog_question_similar ON dialog_question USING gin (group_key gin_trgm_ops)`);

    // Rates are forgotten in a crash, and then everybody's bucket is full again: cheaper than logging each drop.
    await queries.query(`CREATE UNLOGGED TABLE hall_rate (bucket text PRIMARY KEY, tokens double precision NOT NULL, at timestamptz NOT NULL)`);
    await queries.query(`CREATE INDEX ix_hall_rate_at ON hall_rate (at)`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TABLE hall_rate, dialog_question, dialog_fact, dialog_turn, dialog_session`);
  }
}
