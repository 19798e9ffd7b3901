interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Model versions, training jobs, their progress and logs. */
export class Models1764000006000 {
  name = 'Models1764000006000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE model_version (
        id uuid PRIMARY KEY,
        n integer NOT NULL,
        method text NOT NULL,
        snapshot_id uuid NOT NULL,
        artifact text NOT NULL,
        size bigint NOT NULL,
        manifest jsonb NOT NULL,
        metrics jsonb NOT NULL,
        card text NOT NULL,
        intents jsonb NOT NULL,
        slots jsonb NOT NULL,
        by_id text,
        by_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        CONSTRAINT fk_model_version_snapshot FOREIGN KEY (snapshot_id) REFERENCES corpus_snapshot (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_model_version_n ON model_version (n)`);
    await queries.query(`CREATE UNIQUE INDEX uq_model_version_artifact ON model_version (artifact) WHERE deleted_at IS NULL`);
    await queries.query(`
      CREATE FUNCTION refuse_model_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(NEW) - 'deleted_at' IS DISTINCT FROM to_jsonb(OLD) - 'deleted_at' THEN
          RAISE EXCEPTION 'a model version never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queries.query(`CREATE TRIGGER model_version_update BEFORE UPDATE ON model_version FOR EACH ROW EXECUTE FUNCTION refuse_model_version_change()`);
    await queries.query(`CREATE TRIGGER model_version_delete BEFORE DELETE ON model_version FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await queries.query(`
      CREATE TABLE training_job (
        id uuid PRIMARY KEY,
        n integer NOT NULL,
        method text NOT NULL,
        operation_id uuid NOT NULL,
        snapshot_id uuid NOT NULL,
        hyper jsonb NOT NULL DEFAULT '{}',
        seed integer NOT NULL,
        model_version_id uuid,
        warnings jsonb NOT NULL DEFAULT '[]',
        train_ms integer,
        by_id text,
        by_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_training_job_operation FOREIGN KEY (operation_id) REFERENCES operation (id),
        CONSTRAINT fk_training_job_snapshot FOREIGN KEY (snapshot_id) REFERENCES corpus_snapshot (id),
        CONSTRAINT fk_training_job_model_version FOREIGN KEY (model_version_id) REFERENCES model_version (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_training_job_n ON training_job (n)`);
    await queries.query(`CREATE INDEX ix_training_job_model_version ON training_job (model_version_id)`);
    await queries.query(`
      CREATE TABLE training_point (
        job_id uuid NOT NULL,
        step integer NOT NULL,
        phase text NOT NULL,
        epoch integer NOT NULL,
        loss double precision,
        metrics jsonb NOT NULL DEFAULT '{}',
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (job_id, step),
        CONSTRAINT fk_training_point_job FOREIGN KEY (job_id) REFERENCES training_job (id)
      )`);
    await queries.query(`
      CREATE TABLE training_log (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        job_id uuid NOT NULL,
        line text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_training_log_job FOREIGN KEY (job_id) REFERENCES training_job (id)
      )`);
    await queries.query(`CREATE INDEX ix_training_log_job ON training_log (job_id, id)`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TABLE training_log, training_point, training_job, model_version`);
    await queries.query(`DROP FUNCTION refuse_model_version_change`);
  }
}
