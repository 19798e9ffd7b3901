import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type EligibilityResult, type RecipientCondition, type RecipientSignal, RecipientState, type SkipReason } from './push.types.js';

/** An applicant as a campaign sees him. */
@Entity('push_recipient')
@Index('uq_push_recipient_applicant', ['campaign', 'realm', 'applicantId'], { unique: true })
@Index('ix_push_recipient_state', ['campaign', 'state'])
@Index('ix_push_recipient_person', ['realm', 'applicantId'])
@Index('ix_push_recipient_notification', ['notification'])
export class PushRecipient {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('PushCampaign', { name: 'fk_push_recipient_campaign', onDelete: 'CASCADE' })
  campaign!: string;

  @Column('text')
  realm!: string;

  @Column('text', { name: 'applicant_id' })
  applicantId!: string;

  /** The name, masked: 张*. */
  @Column('text')
  label!: string;

  @Column('text')
  verdict!: EligibilityResult;

  @Column('jsonb')
  conditions!: RecipientCondition[];

  @Column('jsonb')
  signals!: RecipientSignal[];

  @Column('text', { default: RecipientState.ASSESSED })
  state!: RecipientState;

  @Column('text', { nullable: true })
  reason!: SkipReason | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('Notification', { name: 'fk_push_recipient_notification', onDelete: 'SET NULL' })
  notification!: string | null;
}
