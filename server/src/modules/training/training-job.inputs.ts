import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { OperationState } from '../../platform/jobs/operation.entity.js';

@InputType()
export class StartTrainingInput {
  @Field(() => ID)
  trainingSet!: string;

  @Field(() => ID, { nullable: true, description: 'A snapshot of the training set; without one it is taken now.' })
  @IsOptional()
  snapshot?: string | null;

  @Field(() => String, { defaultValue: 'head' })
  method!: string;

  @Field(() => String, { nullable: true, description: 'The method’s first where none is named.' })
  @IsOptional()
  preset?: string | null;

  @Field(() => ID, { nullable: true, description: 'Left out: the encoder that ships with the product, where the method can use it. Null: none.' })
  @IsOptional()
  baseModel?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Those that differ from the preset.' })
  @IsOptional()
  hyperParameters?: unknown;

  @Field(() => String, { defaultValue: 'local' })
  executor!: string;

  @Field(() => String, { nullable: true, description: 'auto, cpu or cuda; the preset’s where none is named.' })
  @IsOptional()
  device?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'int8, distilled' })
  @ArrayMaxSize(10)
  variants!: string[];

  @Field(() => Int, { nullable: true })
  @IsOptional()
  seed?: number | null;
}

@InputType()
export class TrainingGridAxis {
  @Field(() => String, { description: 'Key of a hyper-parameter, or `seed`.' })
  key!: string;

  @Field(() => [JsonScalar])
  @ArrayMaxSize(10)
  values!: unknown[];
}

@ArgsType()
export class TrainingEstimateArgs {
  @Field(() => ID)
  trainingSet!: string;

  @Field(() => String, { defaultValue: 'head' })
  method!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  preset?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  baseModel?: string | null;

  @Field(() => JsonScalar, { nullable: true })
  @IsOptional()
  hyperParameters?: unknown;

  @Field(() => String, { defaultValue: 'local' })
  executor!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  device?: string | null;

  @Field(() => [String], { defaultValue: [] })
  @ArrayMaxSize(10)
  variants!: string[];
}

@InputType()
export class TrainingJobFilter {
  @Field(() => OperationState, { nullable: true })
  @IsOptional()
  state?: OperationState | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  method?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  executor?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  baseModel?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  trainingSet?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  group?: string | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  ids?: string[] | null;
}
