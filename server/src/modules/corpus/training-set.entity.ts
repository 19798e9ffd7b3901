import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CorpusFilter } from './utterance.types.js';

/** A named filter over the corpus. */
@Entity('training_set')
@Index('uq_training_set_key', ['key'], { unique: true })
export class TrainingSet {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  key!: string;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  description!: string;

  @Column('jsonb', { default: {} })
  filter!: CorpusFilter;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
