interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Messages to applicants and staff, how they are delivered, and by which channels. */
export class Notify1764000016000 {
  name = 'Notify1764000016000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE notify_channel (
        name text PRIMARY KEY,
        enabled boolean NOT NULL,
        settings jsonb NOT NULL,
        secret text,
        updated_at timestamptz NOT NULL DEFAULT now(),
        updated_by_name text NOT NULL
      )`);
    await queries.query(`
      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        realm text NOT NULL,
        recipient text NOT NULL,
        topic text NOT NULL,
        dedupe_key text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        link text,
        facts jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz
      )`);
    // What makes a message that is sent again after a crash the same one.
    await queries.query(`CREATE UNIQUE INDEX uq_notification_dedupe ON notification (realm, recipient, dedupe_key)`);
    await queries.query(`CREATE INDEX ix_notification_recipient ON notification (realm, recipient, created_at)`);
    await queries.query(`CREATE INDEX ix_notification_topic ON notification (topic, created_at)`);
    await queries.query(`
      CREATE TABLE delivery (
        id uuid PRIMARY KEY,
        notification uuid NOT NULL,
        channel text NOT NULL,
        state text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        next_at timestamptz,
        sent_at timestamptz,
        error jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_delivery_notification FOREIGN KEY (notification) REFERENCES notification (id) ON DELETE CASCADE
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_delivery_channel ON delivery (notification, channel)`);
    await queries.query(`CREATE INDEX ix_delivery_due ON delivery (next_at) WHERE state IN ('PENDING', 'SENDING')`);
    await queries.query(`CREATE INDEX ix_delivery_state ON delivery (state, created_at)`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TABLE delivery, notification, notify_channel`);
  }
}
