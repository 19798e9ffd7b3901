import type { KindName } from '@banshi/bundle';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export enum RequestState {
  OPEN = 'OPEN',
  PUBLISHED = 'PUBLISHED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}

/** An item as it was chosen for a release: with the content that was seen, or null for taking it away. */
export interface ChosenItem {
  kind: KindName;
  key: string;
  sha256: string | null;
}

@Entity('release_request')
@Index('ix_release_request_state', ['state', 'requestedAt'])
export class ReleaseRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  @ForeignKey('Channel', { name: 'fk_release_request_channel' })
  channel!: string;

  @Column('integer', { name: 'base_rev' })
  baseRev!: number;

  @Column('jsonb')
  items!: ChosenItem[];

  @Column('text')
  note!: string;

  /** Why it may go out in spite of warnings. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { default: 'OPEN' })
  state!: RequestState;

  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('text', { name: 'requested_by_name' })
  requestedByName!: string;

  @Column('timestamptz', { name: 'requested_at', default: () => 'now()' })
  requestedAt!: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('text', { name: 'decided_by_name', nullable: true })
  decidedByName!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;

  @Column('text', { nullable: true })
  @ForeignKey('Bundle', { name: 'fk_release_request_bundle' })
  bundle!: string | null;
}
