import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { ListOf } from '../../platform/lists/list.js';
import { CampaignReach, CampaignState, RecipientState, type RecipientCondition, type RecipientSignal } from './push.types.js';

registerEnumType(CampaignState, { name: 'CampaignState' });
registerEnumType(CampaignReach, { name: 'CampaignReach', description: 'FITS: whom all conditions fit. LIKELY: also who lacks information and has shown an interest.' });
registerEnumType(RecipientState, { name: 'PushRecipientState' });

export const verdicts = ['fits', 'unfit', 'unknown'];

@ObjectType('PushablePolicy')
export class PushablePolicyModel {
  @Field(() => ID)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  issuer!: string;

  @Field(() => String, { nullable: true })
  effectiveFrom!: string | null;

  @Field(() => String, { description: 'effective, pending or unknown.' })
  state!: string;

  @Field(() => [String], { description: 'Titles of its conditions.' })
  conditions!: string[];

  @Field(() => Date, { nullable: true })
  lastSentAt!: Date | null;
}

@ObjectType('CampaignReason')
export class CampaignReasonModel {
  @Field(() => ID, { description: 'Key of the condition.' })
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int)
  fits!: number;

  @Field(() => Int)
  unfit!: number;

  @Field(() => Int, { description: 'Of whom something is missing.' })
  unknown!: number;
}

@ObjectType('CampaignMissing')
export class CampaignMissingModel {
  @Field(() => ID)
  field!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int)
  people!: number;

  @Field(() => Boolean, { description: 'Not that it is unknown: the person has not consented to its use.' })
  isConsent!: boolean;
}

@ObjectType('CampaignCounts')
export class CampaignCountsModel {
  @Field(() => Int)
  people!: number;

  @Field(() => Int)
  fits!: number;

  @Field(() => Int)
  unfit!: number;

  @Field(() => Int)
  unknown!: number;

  @Field(() => Int, { description: 'Unknown, with an interest in it.' })
  likely!: number;

  @Field(() => Int)
  queued!: number;

  @Field(() => Int)
  sent!: number;

  @Field(() => Int)
  read!: number;

  @Field(() => Int, { description: 'Who wants no more policies since they were told.' })
  optedOut!: number;

  @Field(() => Int)
  skippedOptedOut!: number;

  @Field(() => Int)
  skippedCapped!: number;

  @Field(() => Int)
  skippedTold!: number;
}

@ObjectType('CampaignDelivery')
export class CampaignDeliveryModel {
  @Field(() => String)
  channel!: string;

  @Field(() => String)
  state!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('PushCampaign')
export class PushCampaignModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Key of the policy.' })
  policy!: string;

  @Field(() => String)
  policyTitle!: string;

  realm!: string;
  bundle!: string;
  operation!: string | null;

  @Field(() => CampaignReach)
  reach!: CampaignReach;

  @Field(() => String)
  message!: string;

  @Field(() => Boolean)
  isSuggested!: boolean;

  @Field(() => String)
  createdByName!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the recipients were worked out.' })
  assessedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true })
  sentByName!: string | null;
}
export const PushCampaignList = ListOf(PushCampaignModel, 'PushCampaignList');

@ObjectType('PushRecipient')
export class PushRecipientModel {
  @Field(() => ID)
  id!: string;

  campaign!: string;

  @Field(() => String, { description: 'Name, masked.' })
  label!: string;

  @Field(() => String, { description: 'fits, unfit or unknown.' })
  verdict!: string;

  conditions!: RecipientCondition[];
  signals!: RecipientSignal[];

  @Field(() => RecipientState)
  state!: RecipientState;

  @Field(() => String, { nullable: true, description: 'Why it was passed over: opted-out, capped or already-told.' })
  reason!: string | null;

  notification!: string | null;
}
export const PushRecipientList = ListOf(PushRecipientModel, 'PushRecipientList');

@InputType()
export class PushCampaignFilter {
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsUUID('all', { each: true })
  ids?: string[] | null;

  @Field(() => [CampaignState], { nullable: true, description: 'All but dismissed ones where it is left out.' })
  @IsOptional()
  @IsEnum(CampaignState, { each: true })
  states?: CampaignState[] | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(64)
  policy?: string | null;
}

@InputType()
export class PushRecipientFilter {
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsUUID('all', { each: true })
  ids?: string[] | null;

  @Field(() => ID)
  @IsUUID()
  campaign!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(verdicts)
  verdict?: string | null;

  @Field(() => RecipientState, { nullable: true })
  @IsOptional()
  @IsEnum(RecipientState)
  state?: RecipientState | null;

  @Field(() => String, { nullable: true, description: 'Key of a condition that does not fit, or is open.' })
  @IsOptional()
  @MaxLength(64)
  condition?: string | null;
}

@InputType()
export class CreateCampaignInput {
  @Field(() => String, { description: 'Key of a policy that the hall shows.' })
  @IsString()
  @MaxLength(64)
  policy!: string;

  @Field(() => Boolean, { nullable: true, description: 'Over the applicant of one’s own hall preview alone.' })
  @IsOptional()
  @IsBoolean()
  preview?: boolean | null;
}

@InputType()
export class SendCampaignInput {
  @Field(() => CampaignReach)
  @IsEnum(CampaignReach)
  reach!: CampaignReach;

  @Field(() => String, { description: 'Said beside the standing words; may be empty.' })
  @IsString()
  @MaxLength(500)
  message!: string;
}
