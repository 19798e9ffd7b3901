import { policyLevels, validityStates } from '@banshi/policies';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { ListOf } from '../../platform/lists/list.js';
import { ProjectedRowModel, RowFilter } from '../config/projected-row.model.js';

@ObjectType('PolicyRow')
export class PolicyRowModel extends ProjectedRowModel {
  @Field(() => String)
  issuer!: string;

  @Field(() => String)
  level!: string;

  @Field(() => String, { description: '发文字号.' })
  number!: string;

  @Field(() => String, { description: 'Code of the division for which it holds; empty for everywhere.' })
  region!: string;

  @Field(() => String, { nullable: true, description: 'First day in force.' })
  effectiveFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'First day no longer in force.' })
  effectiveTo!: string | null;

  @Field(() => [String])
  themes!: string[];

  @Field(() => Int)
  clauseCount!: number;
}
export const PolicyRowList = ListOf(PolicyRowModel, 'PolicyList');

@InputType()
export class PolicyFilter extends RowFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(policyLevels)
  level?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of a division: documents that hold there, those of the divisions above and of the whole country included.' })
  @IsOptional()
  @Matches(/^\d{6}$/)
  region?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(50)
  theme?: string | null;

  @Field(() => String, { nullable: true, description: 'pending, effective, expired or unknown, on the day `on`.' })
  @IsOptional()
  @IsIn(validityStates)
  validity?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO day; today in China where it is left out.' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  on?: string | null;
}
