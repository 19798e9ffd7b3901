import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { ListOf } from '../../platform/lists/list.js';
import { DialogMode } from './dialog.types.js';

registerEnumType(DialogMode, { name: 'DialogMode' });

export enum DeskScope {
  /** Nobody has taken them yet. */
  WAITING = 'WAITING',
  MINE = 'MINE',
  /** Both, and those of colleagues. */
  ALL = 'ALL',
}
registerEnumType(DeskScope, { name: 'DeskScope' });

@ObjectType('DialogService')
export class DialogServiceModel {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;
}

@ObjectType('DeskClerk')
export class DeskClerkModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('DeskConversation')
export class DeskConversationModel {
  @Field(() => ID)
  id!: string;

  @Field(() => DialogMode)
  mode!: DialogMode;

  @Field(() => DialogServiceModel, { nullable: true })
  service!: DialogServiceModel | null;

  @Field(() => String, { nullable: true, description: 'Null for a citizen who has not signed in.' })
  applicantName!: string | null;

  @Field(() => Boolean, { description: 'Somebody tries the hall out; no citizen waits.' })
  isPreview!: boolean;

  @Field(() => String, { nullable: true, description: 'asked, unclear, invalid, abuse or refused' })
  reason!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Date, { nullable: true })
  waitingSince!: Date | null;

  @Field(() => DeskClerkModel, { nullable: true })
  clerk!: DeskClerkModel | null;

  @Field(() => String, { nullable: true, description: 'What was said last, by citizen or clerk; shortened, identifiers masked.' })
  lastText!: string | null;

  @Field(() => Date)
  lastAt!: Date;

  @Field(() => Int, { description: 'Number of the last turn.' })
  lastTurn!: number;
}
export const DeskConversationList = ListOf(DeskConversationModel, 'DeskConversationList');

@ObjectType('DeskConversationDetail')
export class DeskConversationDetailModel extends DeskConversationModel {
  @Field(() => JsonScalar, { description: 'ChatTurn[]: all that was said, from the beginning.' })
  turns!: unknown;

  @Field(() => JsonScalar, { description: 'SummaryRow[] of the form under way.' })
  fields!: unknown;

  @Field(() => JsonScalar, { description: 'What the hall is told of where the conversation stands.' })
  state!: unknown;
}

@ObjectType('DeskInbox')
export class DeskInboxModel {
  @Field(() => Int, { description: 'Conversations that nobody has taken yet.' })
  waiting!: number;

  @Field(() => Int, { description: 'Conversations that I hold.' })
  mine!: number;
}

@ObjectType('DeskChange')
export class DeskChangeModel {
  @Field(() => ID)
  id!: string;

  @Field(() => DialogMode)
  mode!: DialogMode;

  @Field(() => Int)
  turn!: number;
}
