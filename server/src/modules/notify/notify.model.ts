import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { ListOf } from '../../platform/lists/list.js';
import { channelNames, DeliveryState } from './notify.types.js';

registerEnumType(DeliveryState, { name: 'DeliveryState' });

@ObjectType('NotifyChannel')
export class NotifyChannelModel {
  @Field(() => ID, { description: 'webhook or email.' })
  name!: string;

  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => JsonScalar, { description: 'Of webhook {url}; of email {host, port, security: tls | starttls | none, user, from}.' })
  settings!: unknown;

  @Field(() => Boolean, { description: 'Whether a signing key or a password is kept; it is never given out.' })
  hasSecret!: boolean;

  @Field(() => Date, { nullable: true })
  updatedAt!: Date | null;

  @Field(() => String)
  updatedByName!: string;
}

@InputType()
export class SaveNotifyChannelInput {
  @Field(() => ID)
  @IsIn(channelNames)
  name!: string;

  @Field(() => Boolean)
  @IsBoolean()
  enabled!: boolean;

  @Field(() => JsonScalar)
  settings!: unknown;

  @Field(() => String, { nullable: true, description: 'Left out keeps the one that is there; empty removes it.' })
  @IsOptional()
  @MaxLength(500)
  secret?: string | null;
}

@ObjectType('DeliveryError')
export class DeliveryErrorModel {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType('Delivery')
export class DeliveryModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  channel!: string;

  @Field(() => DeliveryState)
  state!: DeliveryState;

  @Field(() => Int)
  attempts!: number;

  @Field(() => Date, { nullable: true, description: 'When it is tried next.' })
  nextAt!: Date | null;

  @Field(() => Date, { nullable: true })
  sentAt!: Date | null;

  @Field(() => DeliveryErrorModel, { nullable: true })
  error!: DeliveryErrorModel | null;

  @Field(() => Date)
  createdAt!: Date;

  notification!: string;
}
export const DeliveryList = ListOf(DeliveryModel, 'DeliveryList');

@InputType()
export class DeliveryFilterInput {
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsUUID('all', { each: true })
  ids?: string[] | null;

  @Field(() => DeliveryState, { nullable: true })
  @IsOptional()
  state?: DeliveryState | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(channelNames)
  channel?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(50)
  topic?: string | null;
}

@ObjectType('DeliveryCount')
export class DeliveryCountModel {
  @Field(() => String)
  channel!: string;

  @Field(() => DeliveryState)
  state!: DeliveryState;

  @Field(() => Int)
  count!: number;
}

@ObjectType('Notification')
export class NotificationModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  topic!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  body!: string;

  @Field(() => JsonScalar, { description: 'What it is about, for words in the reader’s language: by topic.' })
  facts!: unknown;

  @Field(() => String, { nullable: true, description: 'Path in the back office.' })
  link!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  readAt!: Date | null;
}

@ObjectType('NotificationList')
export class NotificationList {
  @Field(() => [NotificationModel])
  items!: NotificationModel[];

  @Field(() => Int)
  totalItems!: number;

  @Field(() => Int)
  unread!: number;
}
