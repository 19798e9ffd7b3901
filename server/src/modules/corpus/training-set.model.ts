import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Length, MaxLength } from 'class-validator';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { ListOf } from '../../platform/lists/list.js';

@ObjectType('SnapshotSplits')
export class SnapshotSplitsModel {
  @Field(() => Int)
  train!: number;

  @Field(() => Int)
  validation!: number;

  @Field(() => Int)
  test!: number;
}

@ObjectType('SnapshotLabel')
export class SnapshotLabelModel {
  @Field(() => String)
  key!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('Snapshot')
export class SnapshotModel {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  n!: number;

  @Field(() => String)
  sha256!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => [SnapshotLabelModel])
  intents!: SnapshotLabelModel[];

  @Field(() => [SnapshotLabelModel])
  slots!: SnapshotLabelModel[];

  @Field(() => SnapshotSplitsModel)
  splits!: SnapshotSplitsModel;

  @Field(() => Date)
  at!: Date;

  @Field(() => String)
  byName!: string;
}

@ObjectType('TrainingSet')
export class TrainingSetModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  description!: string;

  @Field(() => JsonScalar, { description: '{q, intents, slot, source, unlabelled}; what is absent does not restrict.' })
  filter!: unknown;

  @Field(() => Date)
  createdAt!: Date;
}
export const TrainingSetList = ListOf(TrainingSetModel, 'TrainingSetList');

@InputType()
export class CreateTrainingSetInput {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  @Length(1, 200)
  title!: string;

  @Field(() => String, { defaultValue: '' })
  @MaxLength(2_000)
  description!: string;

  @Field(() => JsonScalar, { nullable: true })
  filter?: unknown;
}

@InputType()
export class UpdateTrainingSetInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 200)
  title?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000)
  description?: string | null;

  @Field(() => JsonScalar, { nullable: true })
  filter?: unknown;
}
