interface Queries {
  query(sql: string): Promise<unknown>;
}

/** Utterances with their labels, problems of imports, training sets and their immutable snapshots. */
export class Corpus1764000005000 {
  name = 'Corpus1764000005000';

  async up(queries: Queries): Promise<void> {
    await queries.query(`
      CREATE TABLE utterance (
        id uuid PRIMARY KEY,
        text text NOT NULL,
        text_hash text NOT NULL,
        folded text NOT NULL,
        intent text,
        entities jsonb NOT NULL DEFAULT '[]',
        source text NOT NULL,
        origin uuid,
        rev integer NOT NULL DEFAULT 1,
        by_id text,
        by_name text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_utterance_text_hash ON utterance (text_hash) WHERE deleted_at IS NULL`);
    await queries.query(`CREATE INDEX ix_utterance_intent ON utterance (intent)`);
    await queries.query(`CREATE INDEX ix_utterance_at ON utterance (at, id)`);
    await queries.query(`CREATE INDEX ix_utterance_folded ON utterance USING gin (folded gin_trgm_ops)`);
    await queries.query(`CREATE INDEX ix_utterance_entities ON utterance USING gin (entities jsonb_path_ops)`);
    await queries.query(`
      CREATE TABLE utterance_import_problem (
        operation_id uuid NOT NULL,
        line integer NOT NULL,
        code text NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        value text NOT NULL,
        PRIMARY KEY (operation_id, line),
        CONSTRAINT fk_utterance_import_problem_operation FOREIGN KEY (operation_id) REFERENCES operation (id)
      )`);
    await queries.query(`
      CREATE TABLE training_set (
        id uuid PRIMARY KEY,
        key text NOT NULL,
        title text NOT NULL,
        description text NOT NULL DEFAULT '',
        filter jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_training_set_key ON training_set (key)`);
    await queries.query(`
      CREATE TABLE corpus_snapshot (
        id uuid PRIMARY KEY,
        training_set_id uuid NOT NULL,
        n integer NOT NULL,
        sha256 text NOT NULL,
        blob text NOT NULL,
        seed integer NOT NULL,
        count integer NOT NULL,
        intents jsonb NOT NULL,
        slots jsonb NOT NULL,
        splits jsonb NOT NULL,
        by_id text,
        by_name text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT fk_corpus_snapshot_training_set FOREIGN KEY (training_set_id) REFERENCES training_set (id)
      )`);
    await queries.query(`CREATE UNIQUE INDEX uq_corpus_snapshot_n ON corpus_snapshot (training_set_id, n)`);
    await queries.query(`CREATE UNIQUE INDEX uq_corpus_snapshot_sha256 ON corpus_snapshot (training_set_id, sha256)`);
    await queries.query(`CREATE TRIGGER corpus_snapshot_change BEFORE UPDATE OR DELETE ON corpus_snapshot FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await queries.query(`
      INSERT INTO training_set (id, key, title, description)
      VALUES ('00000000-0000-4000-8000-000000000001', 'all', '全部语料', '语料库中所有已标注的语料')`);
  }

  async down(queries: Queries): Promise<void> {
    await queries.query(`DROP TABLE corpus_snapshot, training_set, utterance_import_problem, utterance`);
  }
}
