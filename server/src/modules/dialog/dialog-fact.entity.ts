import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { FactName } from './dialog.types.js';

/** One thing that happened in a conversation, for statistics. Names fields, never values. */
@Entity('dialog_fact')
@Index('ix_dialog_fact_at', ['at'])
@Index('ix_dialog_fact_session', ['session'])
export class DialogFact {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  session!: string;

  @Column('integer')
  n!: number;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('text')
  realm!: string;

  @Column('text')
  what!: FactName;

  @Column('text')
  service!: string;

  @Column('text', { nullable: true })
  field!: string | null;

  /** Of a corrected field: where the wrong value had come from. */
  @Column('text', { nullable: true })
  source!: string | null;
}
