import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { ListOf } from '../../platform/lists/list.js';

@ObjectType('ModelVersion')
export class ModelVersionModel {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  n!: number;

  @Field(() => String)
  method!: string;

  @Field(() => String, { nullable: true, description: 'int8 or distilled; null for what a training itself made.' })
  variant!: string | null;

  @Field(() => String, { description: 'SHA-256 of the manifest.' })
  artifact!: string;

  @Field(() => Float, { description: 'Bytes of all files.' })
  size!: string;

  @Field(() => JsonScalar, { description: '`metrics.json`' })
  metrics!: unknown;

  @Field(() => String, { description: '`card.md`' })
  card!: string;

  @Field(() => JsonScalar)
  manifest!: unknown;

  @Field(() => [String])
  intents!: string[];

  @Field(() => [String])
  slots!: string[];

  @Field(() => String)
  byName!: string;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  deletedAt!: Date | null;
}
export const ModelVersionList = ListOf(ModelVersionModel, 'ModelVersionList');
