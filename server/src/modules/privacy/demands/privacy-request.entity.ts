import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export enum PrivacyRequestKind {
  EXPORT = 'EXPORT',
  ERASE = 'ERASE',
}

export enum PrivacyRequestState {
  WAITING = 'WAITING',
  DONE = 'DONE',
}

/** Kinds of what is held, and how many of each. */
export type Counts = Record<string, number>;

export interface RequestReport {
  exported?: Counts;
  erased?: Counts;
  /** Counts by reason, by kind. */
  kept?: Record<string, Counts>;
  /** What a look-up found after the erasure. */
  remaining?: Counts;
  bytes?: number;
}

/** What a person demanded, through whom, and what was done: proof that needs no personal data once it is done. */
@Entity('privacy_request')
@Index('ix_privacy_request_at', ['at'])
@Index('ix_privacy_request_subject', ['subjectDigest'])
export class PrivacyRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: PrivacyRequestKind;

  @Column('text')
  state!: PrivacyRequestState;

  /** Sealed; gone once it is done. */
  @Column('text', { nullable: true })
  subject!: string | null;

  /** Tells whether two requests are one person's. */
  @Column('text', { name: 'subject_digest' })
  subjectDigest!: string;

  @Column('jsonb', { default: {} })
  report!: RequestReport;

  /** The archive, encrypted; null once it was removed. */
  @Column('text', { nullable: true })
  blob!: string | null;

  @Column('uuid', { name: 'operation_id', nullable: true })
  operationId!: string | null;

  @Column('text', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
