interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Base models, variants of model versions, executors of training jobs; lanes of operations. */
export class TrainingMethods1764000009000 {
  name = 'TrainingMethods1764000009000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`ALTER TABLE operation ADD COLUMN queue text, ADD COLUMN lane text NOT NULL DEFAULT 'quick'`);
    await queries.query(`UPDATE operation SET kind = 'training' WHERE kind = 'training-head'`);
    await queries.query(`
      CREATE TABLE base_model (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        title text NOT NULL,
        source text NOT NULL,
        location text NOT NULL,
        sha256 text NOT NULL,
        files jsonb NOT NULL,
        size bigint NOT NULL,
        architecture text NOT NULL,
        layers integer NOT NULL,
        hidden_size integer NOT NULL,
        vocabulary_size integer NOT NULL,
        max_length integer NOT NULL,
        license text,
        card text,
        methods jsonb NOT NULL,
        by_id text,
        by_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_base_model_sha256 ON base_model (sha256) WHERE deleted_at IS NULL`);
    await queries.query(`ALTER TABLE model_version ADD COLUMN variant text, ADD COLUMN variant_of uuid, ADD CONSTRAINT fk_model_version_variant_of FOREIGN KEY (variant_of) REFERENCES model_version (id)`);
    await queries.query(`CREATE INDEX ix_model_version_variant_of ON model_version (variant_of)`);
    await queries.query(`
      ALTER TABLE training_job
        ADD COLUMN preset text,
        ADD COLUMN base_model_id uuid,
        ADD COLUMN executor text NOT NULL DEFAULT 'local',
        ADD COLUMN device text NOT NULL DEFAULT 'auto',
        ADD COLUMN variants jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN results jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN environment jsonb,
        ADD COLUMN estimated_ms integer,
        ADD COLUMN group_id uuid,
        ADD COLUMN early_stop jsonb,
        ADD COLUMN external_id text,
        ADD CONSTRAINT fk_training_job_base_model FOREIGN KEY (base_model_id) REFERENCES base_model (id)`);
    await queries.query(`CREATE INDEX ix_training_job_base_model ON training_job (base_model_id)`);
    await queries.query(`CREATE INDEX ix_training_job_group ON training_job (group_id, n)`);
    await queries.query(`CREATE INDEX ix_training_job_operation ON training_job (operation_id)`);
    await queries.query(`
      ALTER TABLE training_point
        ADD COLUMN steps integer,
        ADD COLUMN learning_rate double precision,
        ADD COLUMN seconds_left integer,
        DROP CONSTRAINT training_point_pkey,
        ADD PRIMARY KEY (job_id, phase, step)`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`
      DELETE FROM training_point p WHERE EXISTS (SELECT 1 FROM training_point q WHERE q.job_id = p.job_id AND q.step = p.step AND q.phase < p.phase)`);
    await queries.query(`
      ALTER TABLE training_point DROP CONSTRAINT training_point_pkey, ADD PRIMARY KEY (job_id, step), DROP COLUMN steps, DROP COLUMN learning_rate, DROP COLUMN seconds_left`);
    await queries.query(`DROP INDEX ix_training_job_operation`);
    await queries.query(`
      ALTER TABLE training_job
        DROP COLUMN preset, DROP COLUMN base_model_id, DROP COLUMN executor, DROP COLUMN device, DROP COLUMN variants, DROP COLUMN results,
        DROP COLUMN environment, DROP COLUMN estimated_ms, DROP COLUMN group_id, DROP COLUMN early_stop, DROP COLUMN external_id`);
    await queries.query(`ALTER TABLE model_version DROP COLUMN variant_of, DROP COLUMN variant`);
    await queries.query(`DROP TABLE base_model`);
    await queries.query(`UPDATE operation SET kind = 'training-head' WHERE kind = 'training'`);
    await queries.query(`ALTER TABLE operation DROP COLUMN queue, DROP COLUMN lane`);
  }
}
