import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { OperationState } from '../../platform/jobs/operation.entity.js';
import { ListOf } from '../../platform/lists/list.js';

@ObjectType('TrainingPoint')
export class TrainingPointModel {
  @Field(() => Int)
  step!: number;

  @Field(() => String, { description: 'prepare, intents, slots, write, evaluate or done' })
  phase!: string;

  @Field(() => Int)
  epoch!: number;

  @Field(() => Float, { nullable: true })
  loss!: number | null;

  @Field(() => JsonScalar)
  metrics!: unknown;

  @Field(() => Date)
  at!: Date;
}

@ObjectType('TrainingLogLine')
export class TrainingLogLineModel {
  @Field(() => Date)
  at!: Date;

  @Field(() => String)
  line!: string;
}
export const TrainingLogList = ListOf(TrainingLogLineModel, 'TrainingLogList');

@ObjectType('TrainingWarning')
export class TrainingWarningModel {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType('TrainingJob')
export class TrainingJobModel {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  n!: number;

  @Field(() => String)
  method!: string;

  @Field(() => Int)
  seed!: number;

  @Field(() => [TrainingWarningModel])
  warnings!: TrainingWarningModel[];

  @Field(() => Int, { nullable: true, description: 'Milliseconds that the training itself took.' })
  trainMs!: number | null;

  @Field(() => String)
  byName!: string;

  @Field(() => Date)
  createdAt!: Date;
}
export const TrainingJobList = ListOf(TrainingJobModel, 'TrainingJobList');

@ObjectType('TrainingEstimate')
export class TrainingEstimateModel {
  @Field(() => Int)
  seconds!: number;

  @Field(() => Int)
  utterances!: number;

  @Field(() => [TrainingWarningModel])
  warnings!: TrainingWarningModel[];
}

@InputType()
export class StartTrainingInput {
  @Field(() => ID)
  trainingSet!: string;

  @Field(() => String, { defaultValue: 'head' })
  method!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'Those that differ from the defaults.' })
  hyperParameters?: unknown;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  seed?: number | null;
}

@InputType()
export class TrainingJobFilter {
  @Field(() => OperationState, { nullable: true })
  @IsOptional()
  state?: OperationState | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  ids?: string[] | null;
}
