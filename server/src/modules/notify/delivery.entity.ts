import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type ChannelName, DeliveryState } from './notify.types.js';

/** A notification on its way by one channel. Its id is the message's id for ever, so that who receives it twice can tell. */
@Entity('delivery')
@Index('uq_delivery_channel', ['notification', 'channel'], { unique: true })
@Index('ix_delivery_due', { synchronize: false })
@Index('ix_delivery_state', ['state', 'createdAt'])
export class Delivery {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Notification', { name: 'fk_delivery_notification', onDelete: 'CASCADE' })
  notification!: string;

  @Column('text')
  channel!: ChannelName;

  @Column('text')
  state!: DeliveryState;

  @Column('integer', { default: 0 })
  attempts!: number;

  /** When it is tried next; of one that is being sent, when it is given up for lost and taken again. */
  @Column('timestamptz', { name: 'next_at', nullable: true })
  nextAt!: Date | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column('jsonb', { nullable: true })
  error!: { code: string; zh: string; en: string } | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
