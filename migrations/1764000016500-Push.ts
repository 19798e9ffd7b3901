interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Rows of applicant profiles; what applicants want to be told, and have told of themselves; campaigns and whom they reach. */
export class Push1764000016500 {
  name = 'Push1764000016500';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE profile_row (
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
        field_count integer NOT NULL,
        CONSTRAINT fk_profile_row_item FOREIGN KEY (id) REFERENCES config_item (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_profile_row_key ON profile_row (key)`);
    await queries.query(`CREATE INDEX ix_profile_row_title ON profile_row (title_order)`);
    await queries.query(`CREATE INDEX ix_profile_row_updated_at ON profile_row (updated_at)`);
    await queries.query(`CREATE INDEX ix_profile_row_search ON profile_row USING gin (search gin_trgm_ops)`);

    await queries.query(`
      CREATE TABLE push_person (
        id uuid PRIMARY KEY,
        realm text NOT NULL,
        applicant_id text NOT NULL,
        themes text[] NOT NULL DEFAULT '{}',
        services text[] NOT NULL DEFAULT '{}',
        off_channels text[] NOT NULL DEFAULT '{}',
        paused_at timestamptz,
        email text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_push_person_applicant ON push_person (realm, applicant_id)`);
    await queries.query(`
      CREATE TABLE push_answer (
        person uuid NOT NULL,
        field text NOT NULL,
        value text,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person, field),
        CONSTRAINT fk_push_answer_person FOREIGN KEY (person) REFERENCES push_person (id) ON DELETE CASCADE
      )`);
    await queries.query(`
      CREATE TABLE push_consent (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person uuid NOT NULL,
        field text NOT NULL,
        given boolean NOT NULL,
        wording text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_push_consent_person FOREIGN KEY (person) REFERENCES push_person (id) ON DELETE CASCADE
      )`);
    await queries.query(`CREATE INDEX ix_push_consent_person ON push_consent (person, field)`);
    await queries.query(`
      CREATE TABLE push_reading (
        person uuid NOT NULL,
        policy text NOT NULL,
        times integer NOT NULL DEFAULT 1,
        first_at timestamptz NOT NULL DEFAULT now(),
        last_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person, policy),
        CONSTRAINT fk_push_reading_person FOREIGN KEY (person) REFERENCES push_person (id) ON DELETE CASCADE
      )`);
    await queries.query(`
      CREATE TABLE push_campaign (
        id uuid PRIMARY KEY,
        realm text NOT NULL,
        policy text NOT NULL,
        policy_sha256 text NOT NULL,
        policy_title text NOT NULL,
        bundle text NOT NULL,
        state text NOT NULL,
        reach text NOT NULL DEFAULT 'FITS',
        message text NOT NULL DEFAULT '',
        is_suggested boolean NOT NULL DEFAULT false,
        operation uuid,
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        assessed_at timestamptz,
        sent_at timestamptz,
        sent_by_name text,
        CONSTRAINT fk_push_campaign_bundle FOREIGN KEY (bundle) REFERENCES bundle (sha256),
        CONSTRAINT fk_push_campaign_operation FOREIGN KEY (operation) REFERENCES operation (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_push_campaign_suggestion ON push_campaign (policy, policy_sha256) WHERE is_suggested`);
    await queries.query(`CREATE INDEX ix_push_campaign_created_at ON push_campaign (created_at)`);
    await queries.query(`CREATE INDEX ix_push_campaign_bundle ON push_campaign (bundle)`);
    await queries.query(`
      CREATE TABLE push_recipient (
        id uuid PRIMARY KEY,
        campaign uuid NOT NULL,
        realm text NOT NULL,
        applicant_id text NOT NULL,
        label text NOT NULL,
        verdict text NOT NULL,
        conditions jsonb NOT NULL,
        signals jsonb NOT NULL,
        state text NOT NULL DEFAULT 'ASSESSED',
        reason text,
        notification uuid,
        CONSTRAINT fk_push_recipient_campaign FOREIGN KEY (campaign) REFERENCES push_campaign (id) ON DELETE CASCADE,
        CONSTRAINT fk_push_recipient_notification FOREIGN KEY (notification) REFERENCES notification (id) ON DELETE SET NULL
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_push_recipient_applicant ON push_recipient (campaign, realm, applicant_id)`);
    await queries.query(`CREATE INDEX ix_push_recipient_state ON push_recipient (campaign, state)`);
    await queries.query(`CREATE INDEX ix_push_recipient_person ON push_recipient (realm, applicant_id)`);
    await queries.query(`CREATE INDEX ix_push_recipient_notification ON push_recipient (notification)`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TABLE push_recipient, push_campaign, push_reading, push_consent, push_answer, push_person, profile_row`);
  }
}
