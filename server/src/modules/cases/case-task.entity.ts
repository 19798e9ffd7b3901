import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { TaskState } from './case.types.js';

/** A user task of a case. */
@Entity('case_task')
@Index('ix_case_task_case', ['caseId'])
@Index('ix_case_task_assignee', ['assigneeId', 'state'])
@Index('ix_case_task_groups', { synchronize: false })
export class CaseTask {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey('ServiceCase', { name: 'fk_case_task_case' })
  caseId!: string;

  @Column('uuid', { name: 'token_id' })
  tokenId!: string;

  /** Id of the user task in the workflow. */
  @Column('text')
  element!: string;

  @Column('text')
  title!: string;

  @Column('text')
  state!: TaskState;

  /** `role:`, `post:` or `department:` with a key, `user:` with an id; `$service` is already resolved. */
  @Column('text', { name: 'candidate_groups', array: true })
  candidateGroups!: string[];

  /** Who holds it, or did it. */
  @Column('uuid', { name: 'assignee_id', nullable: true })
  @ForeignKey('User', { name: 'fk_case_task_assignee' })
  assigneeId!: string | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('integer', { default: 1 })
  rev!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;
}
