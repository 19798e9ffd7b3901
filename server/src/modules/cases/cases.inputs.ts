import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsDate, IsEnum, IsOptional, IsUUID, MaxLength, Min } from 'class-validator';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { CaseState, TaskState } from './case.types.js';

@InputType()
export class TaskFilter {
  @Field(() => String, { nullable: true, description: 'Words, or pinyin initials, of number, service title or applicant.' })
  @IsOptional()
  @MaxLength(200)
  q?: string | null;

  @Field(() => TaskState, { nullable: true })
  @IsOptional()
  @IsEnum(TaskState)
  state?: TaskState | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that I hold or have done.' })
  @IsOptional()
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that I hold or may claim: what waits for me.' })
  @IsOptional()
  waiting?: boolean | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  service?: string | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { each: true })
  ids?: string[] | null;
}

@InputType()
export class CaseFilter {
  @Field(() => String, { nullable: true, description: 'Words, or pinyin initials, of number, service title or applicant.' })
  @IsOptional()
  @MaxLength(200)
  q?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  service?: string | null;

  @Field(() => CaseState, { nullable: true })
  @IsOptional()
  @IsEnum(CaseState)
  state?: CaseState | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  department?: string | null;

  @Field(() => Date, { nullable: true, description: 'Submitted at or after.' })
  @IsOptional()
  @IsDate()
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Submitted before.' })
  @IsOptional()
  @IsDate()
  to?: Date | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsUUID(undefined, { each: true })
  ids?: string[] | null;
}

@InputType()
export class CompleteTaskInput {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field(() => Int)
  @Min(1)
  rev!: number;

  @Field(() => JsonScalar, { nullable: true, description: 'The fields to change; others may be left out.' })
  data?: unknown;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  outcome?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000)
  comment?: string | null;
}
