import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ListOf } from '../../platform/lists/list.js';
import { ChangeModel } from '../config/config-item.model.js';
import { RequestState } from './release-request.entity.js';

registerEnumType(RequestState, { name: 'ReleaseRequestState' });

export enum SeverityModel {
  ERROR = 'ERROR',
  WARNING = 'WARNING',
  INFO = 'INFO',
}
registerEnumType(SeverityModel, { name: 'Severity' });

export enum ChangeKindModel {
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  REMOVED = 'REMOVED',
}
registerEnumType(ChangeKindModel, { name: 'ChangeKind' });

@ObjectType('Finding')
export class FindingModel {
  @Field(() => String)
  rule!: string;

  @Field(() => SeverityModel)
  severity!: SeverityModel;

  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String, { description: 'Title of the item in which it was found.' })
  title!: string;

  @Field(() => String, { description: 'JSON Pointer of the place in the content.' })
  path!: string;

  @Field(() => String, { nullable: true, description: 'Id of the BPMN element.' })
  element?: string | null;

  @Field(() => String, { description: 'What the place is called.' })
  place!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, { description: 'How it is mended.' })
  mend!: string;
}

@ObjectType('PublishedIn')
export class PublishedInModel {
  @Field(() => String)
  channel!: string;

  @Field(() => String)
  bundle!: string;

  @Field(() => String)
  sha256!: string;

  @Field(() => Boolean, { description: 'Whether the channel shows what the draft says.' })
  same!: boolean;
}

@ObjectType('BundleEntry')
export class BundleEntryModel {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  sha256!: string;
}

@ObjectType('Bundle')
export class BundleModel {
  @Field(() => String)
  sha256!: string;

  @Field(() => Int, { description: 'What people call it: v37.' })
  n!: number;

  @Field(() => String, { nullable: true })
  parent!: string | null;

  @Field(() => String)
  note!: string;

  @Field(() => String)
  byName!: string;

  @Field(() => Date)
  at!: Date;
}

@ObjectType('Channel')
export class ChannelModel {
  @Field(() => String)
  name!: string;

  @Field(() => Int)
  rev!: number;

  @Field(() => Date)
  updatedAt!: Date;
}

@ObjectType('ChannelMove')
export class ChannelMoveModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  channel!: string;

  @Field(() => Int, { description: 'Revision of the channel after the move.' })
  rev!: number;

  @Field(() => String, { description: 'publish, roll-back or import' })
  reason!: string;

  @Field(() => String)
  note!: string;

  @Field(() => String)
  byName!: string;

  @Field(() => String, { nullable: true })
  requestedByName!: string | null;

  @Field(() => Date)
  at!: Date;
}
export const ChannelMoveList = ListOf(ChannelMoveModel, 'ChannelMoveList');

@ObjectType('PlannedItem')
export class PlannedItemModel {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String, { nullable: true, description: 'Content that would be published; null for an item that goes.' })
  sha256!: string | null;

  @Field(() => String, { nullable: true, description: 'Content that the channel shows.' })
  published!: string | null;

  @Field(() => String)
  title!: string;

  @Field(() => ChangeKindModel)
  change!: ChangeKindModel;

  @Field(() => [ChangeModel])
  changes!: ChangeModel[];

  @Field(() => String)
  byName!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => Boolean)
  selected!: boolean;
}

@ObjectType('ReleasePlan')
export class ReleasePlanModel {
  @Field(() => String)
  channel!: string;

  @Field(() => Int)
  baseRev!: number;

  @Field(() => [PlannedItemModel])
  items!: PlannedItemModel[];

  @Field(() => [FindingModel])
  findings!: FindingModel[];

  @Field(() => Int)
  blocking!: number;

  @Field(() => Int)
  warnings!: number;

  @Field(() => Boolean)
  needsSecondPerson!: boolean;
}

@ObjectType('PendingSummary')
export class PendingSummaryModel {
  @Field(() => String)
  channel!: string;

  @Field(() => Int, { nullable: true, description: 'Number of the bundle that the channel shows.' })
  bundleN!: number | null;

  @Field(() => Int)
  pending!: number;

  @Field(() => Int)
  blocking!: number;
}

@ObjectType('ReleaseRequestItem')
export class RequestItemModel {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String, { nullable: true })
  sha256!: string | null;
}

@ObjectType('ReleaseRequest')
export class ReleaseRequestModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  channel!: string;

  @Field(() => Int)
  baseRev!: number;

  @Field(() => [RequestItemModel])
  items!: RequestItemModel[];

  @Field(() => String)
  note!: string;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => RequestState)
  state!: RequestState;

  @Field(() => ID)
  requestedBy!: string;

  @Field(() => String)
  requestedByName!: string;

  @Field(() => Date)
  requestedAt!: Date;

  @Field(() => String, { nullable: true })
  decidedByName!: string | null;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  decisionReason!: string | null;
}
export const ReleaseRequestList = ListOf(ReleaseRequestModel, 'ReleaseRequestList');

@ObjectType('Published')
export class PublishedModel {
  @Field(() => ChannelModel)
  channel!: ChannelModel;

  @Field(() => BundleModel)
  bundle!: BundleModel;
}

@ObjectType('PublishBlocked')
export class PublishBlockedModel {
  @Field(() => [FindingModel])
  findings!: FindingModel[];
}

@ObjectType('ConflictingItem')
export class ConflictingItemModel {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => [ChangeModel])
  yours!: ChangeModel[];

  @Field(() => [ChangeModel])
  theirs!: ChangeModel[];

  @Field(() => String)
  byName!: string;

  @Field(() => Date)
  at!: Date;
}

@ObjectType('PublishConflict')
export class PublishConflictModel {
  @Field(() => [ConflictingItemModel])
  items!: ConflictingItemModel[];
}

@ObjectType('SecondPersonNeeded')
export class SecondPersonNeededModel {
  @Field(() => ReleaseRequestModel)
  request!: ReleaseRequestModel;
}

export const PublishResult = createUnionType({
  name: 'PublishResult',
  types: () => [PublishedModel, PublishBlockedModel, PublishConflictModel, SecondPersonNeededModel] as const,
  resolveType: (value: object) => {
    if ('findings' in value) return PublishBlockedModel;
    if ('items' in value) return PublishConflictModel;
    return 'request' in value ? SecondPersonNeededModel : PublishedModel;
  },
});
