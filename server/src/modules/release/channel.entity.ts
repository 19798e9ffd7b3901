import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** The one pointer. Moved by compare-and-set on `rev`. */
@Entity('channel')
export class Channel {
  @PrimaryColumn('text')
  name!: string;

  @Column('text', { nullable: true })
  @ForeignKey('Bundle', { name: 'fk_channel_bundle' })
  bundle!: string | null;

  @Column('text', { name: 'canary_bundle', nullable: true })
  @ForeignKey('Bundle', { name: 'fk_channel_canary_bundle' })
  canaryBundle!: string | null;

  /** Share of the traffic that the canary gets, 0 to 1. */
  @Column('real', { default: 0 })
  share!: number;

  @Column('integer', { default: 1 })
  rev!: number;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}

export type MoveReason = 'publish' | 'roll-back' | 'import';

/** Where a channel pointed, and who moved it. Append-only. */
@Entity('channel_move')
@Index('ix_channel_move_channel', ['channel', 'id'])
export class ChannelMove {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  @ForeignKey('Channel', { name: 'fk_channel_move_channel' })
  channel!: string;

  @Column('text', { name: 'from_bundle', nullable: true })
  fromBundle!: string | null;

  @Column('text', { name: 'to_bundle' })
  @ForeignKey('Bundle', { name: 'fk_channel_move_to' })
  toBundle!: string;

  /** Revision of the channel after the move. */
  @Column('integer')
  rev!: number;

  @Column('text')
  reason!: MoveReason;

  @Column('text')
  note!: string;

  @Column('text', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('text', { name: 'requested_by_name', nullable: true })
  requestedByName!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
