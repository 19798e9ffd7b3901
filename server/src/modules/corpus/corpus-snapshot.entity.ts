import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a training set held at a moment, split for training. Immutable, by trigger; its examples lie in a blob. */
@Entity('corpus_snapshot')
@Index('uq_corpus_snapshot_n', ['trainingSetId', 'n'], { unique: true })
@Index('uq_corpus_snapshot_sha256', ['trainingSetId', 'sha256'], { unique: true })
export class CorpusSnapshot {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'training_set_id' })
  @ForeignKey('TrainingSet', { name: 'fk_corpus_snapshot_training_set' })
  trainingSetId!: string;

  @Column('integer')
  n!: number;

  /** Of the canonical JSON of `[header, …examples in the order of their texts]`; ids of rows are no part of it. */
  @Column('text')
  sha256!: string;

  /** SHA-256 of the blob: JSON Lines, the header first. */
  @Column('text')
  blob!: string;

  /** Seed of the split. */
  @Column('integer')
  seed!: number;

  @Column('integer')
  count!: number;

  @Column('jsonb')
  intents!: { key: string; outOfScope: boolean; count: number }[];

  @Column('jsonb')
  slots!: { key: string; count: number }[];

  @Column('jsonb')
  splits!: { train: number; validation: number; test: number };

  @Column('text', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
