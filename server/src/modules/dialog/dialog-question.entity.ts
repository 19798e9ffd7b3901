import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { QuestionKind, QuestionState } from './dialog.types.js';

/** What the assistant could not answer, or filled in wrongly, many alike as one. The text is masked. */
@Entity('dialog_question')
@Index('uq_dialog_question_group', ['kind', 'groupKey'], { unique: true })
@Index('ix_dialog_question_rank', ['state', 'count'])
@Index('ix_dialog_question_similar', { synchronize: false })
export class DialogQuestion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: QuestionKind;

  /** The words without punctuation and case; for corrections, service and field. */
  @Column('text', { name: 'group_key' })
  groupKey!: string;

  /** As it was said first. */
  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  service!: string | null;

  @Column('text', { nullable: true })
  field!: string | null;

  @Column('text', { default: 'OPEN' })
  state!: QuestionState;

  @Column('integer', { default: 1 })
  count!: number;

  @Column('timestamptz', { name: 'first_at', default: () => 'now()' })
  firstAt!: Date;

  @Column('timestamptz', { name: 'last_at', default: () => 'now()' })
  lastAt!: Date;

  @Column('uuid', { name: 'last_session', nullable: true })
  lastSession!: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('text', { name: 'decided_by_name', nullable: true })
  decidedByName!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  /** What was made of it, such as `utterance` or `faq`. */
  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { name: 'outcome_key', nullable: true })
  outcomeKey!: string | null;
}
