import type { HistoryEvent } from '@banshi/process';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What happened in a case, and who did it. Append-only by trigger; names changed fields, never their values. */
@Entity('case_event')
@Index('ix_case_event_case', ['caseId', 'id'])
export class CaseEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey('ServiceCase', { name: 'fk_case_event_case' })
  caseId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('text')
  type!: HistoryEvent;

  @Column('text', { name: 'actor_kind' })
  actorKind!: string;

  @Column('text', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text', { name: 'actor_name' })
  actorName!: string;

  @Column('text', { nullable: true })
  element!: string | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('jsonb', { default: {} })
  detail!: Record<string, unknown>;
}
