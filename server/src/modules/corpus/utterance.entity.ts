import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Span } from './utterance.types.js';

/** One text that a person typed, with its labels: the key of an intent, and spans of slots. */
@Entity('utterance')
@Index('uq_utterance_text_hash', { synchronize: false })
@Index('ix_utterance_intent', ['intent'])
@Index('ix_utterance_at', ['at', 'id'])
@Index('ix_utterance_folded', { synchronize: false })
@Index('ix_utterance_entities', { synchronize: false })
export class Utterance {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  text!: string;

  /** Of the normalised text; one utterance that is not deleted has it. */
  @Column('text', { name: 'text_hash' })
  textHash!: string;

  /** Letters and digits only, folded: what similarity and search look at. */
  @Column('text')
  folded!: string;

  @Column('text', { nullable: true })
  intent!: string | null;

  @Column('jsonb', { default: [] })
  entities!: Span[];

  @Column('text')
  source!: string;

  /** The import that brought it, so that a repeated run of the import knows its own rows. */
  @Column('uuid', { nullable: true })
  origin!: string | null;

  @Column('integer', { default: 1 })
  rev!: number;

  @Column('text', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
