import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export enum OperationState {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  SUCCEEDED = 'SUCCEEDED',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
}

export type OperationLane = 'quick' | 'long';

/** Work that must survive a crash. Written in the transaction of its cause, run by the queue, seen by people. */
@Entity('operation')
@Index('ix_operation_state', ['state', 'createdAt'])
@Index('ix_operation_kind', ['kind', 'createdAt'])
export class Operation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  /** What it does, in words, as `{zh, en}`. */
  @Column('jsonb')
  title!: { zh: string; en: string };

  @Column('text', { default: 'QUEUED' })
  state!: OperationState;

  @Column('jsonb', { default: {} })
  payload!: Record<string, unknown>;

  /** Share done, 0 to 1; null while unknown. */
  @Column('real', { nullable: true })
  progress!: number | null;

  @Column('text', { nullable: true })
  step!: string | null;

  @Column('jsonb', { nullable: true })
  result!: unknown;

  @Column('jsonb', { nullable: true })
  error!: { code: string; zh: string; en: string; details?: unknown } | null;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('integer', { name: 'max_attempts', default: 3 })
  maxAttempts!: number;

  /** Operations of one queue run one after the other. */
  @Column('text', { nullable: true })
  queue!: string | null;

  /** `long` ones have runners of their own, so that hours of training keep no import waiting. */
  @Column('text', { default: 'quick' })
  lane!: OperationLane;

  @Column('boolean', { name: 'cancel_requested', default: false })
  cancelRequested!: boolean;

  /** Server process that runs it, and when it last said so; an old heartbeat means that the process is gone. */
  @Column('text', { nullable: true })
  runner!: string | null;

  @Column('timestamptz', { name: 'heartbeat_at', nullable: true })
  heartbeatAt!: Date | null;

  @Column('text', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('text', { name: 'created_by_name' })
  createdByName!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
