import { Args, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsIn, MaxLength } from 'class-validator';
import { Allow } from '../../../platform/actor/allow.decorator.js';
import { Ctx } from '../../../platform/actor/ctx.decorator.js';
import { Permission } from '../../../platform/actor/permission.js';
import { RequestContext } from '../../../platform/actor/request-context.js';
import { Transaction } from '../../../platform/actor/transaction.interceptor.js';
import { PolicyProposalsService } from './policy-proposals.service.js';

@ObjectType('PolicyProposal', { description: 'What a text says it does to another document, for a person to accept.' })
export class PolicyProposalModel {
  @Field(() => String, { description: 'repeals or amends.' })
  type!: 'repeals' | 'amends';

  @Field(() => String, { description: 'Title of the other document, as the text writes it.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Day that the text names; null for that on which this document takes effect.' })
  date!: string | null;

  @Field(() => Int, { description: 'Place in the text, in UTF-16 units.' })
  start!: number;

  @Field(() => Int)
  end!: number;

  @Field(() => String, { nullable: true, description: 'Key of the document kept here under that title.' })
  policy!: string | null;

  @Field(() => Boolean)
  isAccepted!: boolean;

  @Field(() => Boolean, { description: 'Whether accepting it also sets the end of the other document.' })
  setsEnd!: boolean;
}

@InputType()
export class AcceptPolicyProposalInput {
  @Field(() => String)
  @MaxLength(64)
  key!: string;

  @Field(() => Int, { description: 'Revision of the draft that was seen.' })
  rev!: number;

  @Field(() => String)
  @IsIn(['repeals', 'amends'])
  type!: 'repeals' | 'amends';

  @Field(() => String)
  @MaxLength(200)
  title!: string;
}

@Resolver()
export class PolicyProposalsResolver {
  constructor(private readonly proposals: PolicyProposalsService) {}

  @Query(() => [PolicyProposalModel])
  @Allow(Permission.ConfigRead)
  policyProposals(@Ctx() ctx: RequestContext, @Args('key', { type: () => String }) key: string) {
    return this.proposals.list(ctx, key);
  }

  @Transaction()
  @Mutation(() => [PolicyProposalModel], { description: 'Notes the relation in the draft; a repealed document kept here gets its end and its successor. Answers the proposals as they stand then.' })
  @Allow(Permission.ConfigWrite)
  async acceptPolicyProposal(@Ctx() ctx: RequestContext, @Args('input') { key, rev, type, title }: AcceptPolicyProposalInput) {
    await this.proposals.accept(ctx, key, rev, type, title);
    return this.proposals.list(ctx, key);
  }
}
