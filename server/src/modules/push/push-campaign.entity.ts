import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CampaignReach, CampaignState } from './push.types.js';

/** The pushing of one policy, as one bundle holds it. */
@Entity('push_campaign')
@Index('uq_push_campaign_suggestion', { synchronize: false })
@Index('ix_push_campaign_created_at', ['createdAt'])
@Index('ix_push_campaign_bundle', ['bundle'])
export class PushCampaign {
  @PrimaryColumn('uuid')
  id!: string;

  /** `hall`, or one's own preview. */
  @Column('text')
  realm!: string;

  /** Key of the policy. */
  @Column('text')
  policy!: string;

  @Column('text', { name: 'policy_sha256' })
  policySha256!: string;

  @Column('text', { name: 'policy_title' })
  policyTitle!: string;

  @Column('text')
  @ForeignKey('Bundle', { name: 'fk_push_campaign_bundle' })
  bundle!: string;

  @Column('text')
  state!: CampaignState;

  @Column('text', { default: CampaignReach.FITS })
  reach!: CampaignReach;

  /** What is said beside the standing words. */
  @Column('text', { default: '' })
  message!: string;

  @Column('boolean', { name: 'is_suggested', default: false })
  isSuggested!: boolean;

  /** What works on it, or did last. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Operation', { name: 'fk_push_campaign_operation' })
  operation!: string | null;

  @Column('text', { name: 'created_by_name' })
  createdByName!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'assessed_at', nullable: true })
  assessedAt!: Date | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column('text', { name: 'sent_by_name', nullable: true })
  sentByName!: string | null;
}
