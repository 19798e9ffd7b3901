interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Cases with their tokens, tasks, incidents and history; and the numbers that cases get. */
export class Cases1764000008000 {
  name = 'Cases1764000008000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE service_case (
        id uuid PRIMARY KEY,
        number text NOT NULL,
        service text NOT NULL,
        service_title text NOT NULL,
        bundle text NOT NULL,
        org_unit_id uuid,
        state text NOT NULL,
        result text,
        applicant_id text NOT NULL,
        applicant_name text NOT NULL,
        realm text NOT NULL,
        data jsonb NOT NULL,
        outcomes jsonb NOT NULL DEFAULT '{}',
        rev integer NOT NULL DEFAULT 1,
        search text NOT NULL,
        submitted_at timestamptz NOT NULL DEFAULT now(),
        completed_at timestamptz,
        idempotency_key text,
        request_hash text,
        CONSTRAINT fk_service_case_bundle FOREIGN KEY (bundle) REFERENCES bundle (sha256),
        CONSTRAINT fk_service_case_org_unit FOREIGN KEY (org_unit_id) REFERENCES org_unit (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_service_case_number ON service_case (number)`);
    await queries.query(`CREATE UNIQUE INDEX uq_service_case_idempotency ON service_case (realm, applicant_id, idempotency_key) WHERE idempotency_key IS NOT NULL`);
    await queries.query(`CREATE INDEX ix_service_case_org_unit ON service_case (org_unit_id, submitted_at)`);
    await queries.query(`CREATE INDEX ix_service_case_submitted_at ON service_case (submitted_at)`);
    await queries.query(`CREATE INDEX ix_service_case_applicant ON service_case (realm, applicant_id, submitted_at)`);
    await queries.query(`CREATE INDEX ix_service_case_service ON service_case (service)`);
    await queries.query(`CREATE INDEX ix_service_case_bundle ON service_case (bundle)`);
    await queries.query(`CREATE INDEX ix_service_case_search ON service_case USING gin (search gin_trgm_ops)`);

    await queries.query(`
      CREATE TABLE case_token (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        element text NOT NULL,
        flow text,
        state text NOT NULL,
        CONSTRAINT fk_case_token_case FOREIGN KEY (case_id) REFERENCES service_case (id)
      )`);
    await queries.query(`CREATE INDEX ix_case_token_case ON case_token (case_id)`);
    await queries.query(`
      CREATE TABLE case_task (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        token_id uuid NOT NULL,
        element text NOT NULL,
        title text NOT NULL,
        state text NOT NULL,
        candidate_groups text[] NOT NULL,
        assignee_id uuid,
        outcome text,
        comment text,
        rev integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        claimed_at timestamptz,
        completed_at timestamptz,
        CONSTRAINT fk_case_task_case FOREIGN KEY (case_id) REFERENCES service_case (id),
        CONSTRAINT fk_case_task_assignee FOREIGN KEY (assignee_id) REFERENCES app_user (id)
      )`);
    await queries.query(`CREATE INDEX ix_case_task_case ON case_task (case_id)`);
    await queries.query(`CREATE INDEX ix_case_task_assignee ON case_task (assignee_id, state)`);
    await queries.query(`CREATE INDEX ix_case_task_groups ON case_task USING gin (candidate_groups) WHERE state IN ('OPEN', 'CLAIMED')`);
    await queries.query(`
      CREATE TABLE case_incident (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        token_id uuid NOT NULL,
        element text NOT NULL,
        code text NOT NULL,
        params jsonb NOT NULL,
        state text NOT NULL,
        raised_at timestamptz NOT NULL DEFAULT now(),
        resolved_at timestamptz,
        CONSTRAINT fk_case_incident_case FOREIGN KEY (case_id) REFERENCES service_case (id)
      )`);
    await queries.query(`CREATE INDEX ix_case_incident_case ON case_incident (case_id)`);
    await queries.query(`
      CREATE TABLE case_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        case_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        type text NOT NULL,
        actor_kind text NOT NULL,
        actor_id text,
        actor_name text NOT NULL,
        element text,
        outcome text,
        comment text,
        detail jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT fk_case_event_case FOREIGN KEY (case_id) REFERENCES service_case (id)
      )`);
    await queries.query(`CREATE INDEX ix_case_event_case ON case_event (case_id, id)`);
    await queries.query(`CREATE TRIGGER case_event_change BEFORE UPDATE OR DELETE ON case_event FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await queries.query(`CREATE TRIGGER case_event_truncate BEFORE TRUNCATE ON case_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);

    // One sequence for ever and, for each day, where it stood: numbers restart daily, yet nobody waits for another's commit.
    await queries.query(`CREATE SEQUENCE case_number_seq`);
    await queries.query(`CREATE TABLE case_day (day date PRIMARY KEY, base bigint NOT NULL)`);
    await queries.query(`
      CREATE FUNCTION next_case_number(today date) RETURNS text LANGUAGE plpgsql AS $$
      DECLARE
        start bigint;
        serial text;
      BEGIN
        SELECT base INTO start FROM case_day WHERE day = today;
        IF start IS NULL THEN
          INSERT INTO case_day (day, base) VALUES (today, nextval('case_number_seq')) ON CONFLICT DO NOTHING;
          SELECT base INTO start FROM case_day WHERE day = today;
        END IF;
        serial := (nextval('case_number_seq') - start)::text;
        RETURN to_char(today, 'YYYYMMDD') || lpad(serial, greatest(5, length(serial)), '0');
      END $$`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP FUNCTION next_case_number`);
    await queries.query(`DROP TABLE case_day`);
    await queries.query(`DROP SEQUENCE case_number_seq`);
    await queries.query(`DROP TABLE case_event, case_incident, case_task, case_token, service_case`);
  }
}
