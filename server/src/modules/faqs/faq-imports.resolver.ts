import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { FaqImportsService } from './faq-imports.service.js';

@InputType()
export class ImportFaqsInput {
  @Field(() => String, { description: 'CSV with the headings 问题 and 解答, and where wanted 相似问法, 相关事项 (keys or titles), 主题, 生效日期, 失效日期, 来源. Lists in a cell are separated by ；.' })
  @MaxLength(5_000_000)
  csv!: string;

  @Field(() => Boolean, { description: 'Only says what would happen.' })
  dryRun!: boolean;

  @Field(() => ID, { nullable: true, description: 'Department that new questions belong to.' })
  @IsOptional()
  @IsUUID()
  orgUnit?: string | null;
}

@ObjectType()
class FaqImportProblem {
  @Field(() => Int)
  line!: number;

  @Field(() => String)
  message!: string;
}

@ObjectType()
class FaqImportResult {
  @Field(() => Int)
  created!: number;

  @Field(() => Int)
  updated!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => [FaqImportProblem], { description: 'Lines that were left out, and why.' })
  problems!: FaqImportProblem[];
}

@Resolver()
export class FaqImportsResolver {
  constructor(private readonly imports: FaqImportsService) {}

  @Transaction()
  @Mutation(() => FaqImportResult, { description: 'Takes frequent questions from CSV into drafts. A question that is there already, by its words, is replaced.' })
  @Allow(Permission.ConfigWrite)
  importFaqs(@Ctx() ctx: RequestContext, @Args('input') { csv, dryRun, orgUnit }: ImportFaqsInput) {
    return this.imports.take(ctx, csv, { dryRun, orgUnit: orgUnit ?? null });
  }
}
