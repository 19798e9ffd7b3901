import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('DialogDay')
export class DialogDayModel {
  @Field(() => String, { description: 'Day of the hall, YYYY-MM-DD.' })
  day!: string;

  @Field(() => Int)
  sessions!: number;

  @Field(() => Int)
  withoutClerk!: number;

  @Field(() => Int)
  cases!: number;
}

@ObjectType('DialogField')
export class DialogFieldModel {
  @Field(() => String)
  field!: string;

  @Field(() => Int, { description: 'Conversations in which it was asked.' })
  asked!: number;

  @Field(() => Int)
  filled!: number;

  @Field(() => Int)
  prefilled!: number;

  @Field(() => Int)
  skipped!: number;

  @Field(() => Int, { description: 'Answers that were not accepted.' })
  invalid!: number;

  @Field(() => Int, { description: 'Conversations that ended at it.' })
  left!: number;
}

@ObjectType('DialogStatistics')
export class DialogStatisticsModel {
  @Field(() => Int, { description: 'Conversations in which a citizen has said anything.' })
  sessions!: number;

  @Field(() => Int, { description: 'Those in which no person was needed.' })
  withoutClerk!: number;

  @Field(() => Int)
  handedOver!: number;

  @Field(() => Int, { description: 'Cases that were submitted.' })
  cases!: number;

  @Field(() => Float, { nullable: true, description: 'Turns of the citizen for each case.' })
  turnsPerCase!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of all fields that were filled, the share that nobody was asked for.' })
  prefilledShare!: number | null;

  @Field(() => [DialogDayModel])
  days!: DialogDayModel[];

  @Field(() => [DialogFieldModel], { description: 'By field; where most have left first.' })
  dropOut!: DialogFieldModel[];
}
