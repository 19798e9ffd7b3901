import type { Change } from '@banshi/bundle';
import { Args, Field, ID, InputType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs, page, SortOrder } from '../../platform/lists/list.js';
import { BundlesService } from './bundles.service.js';
import { FindingPresenter } from './finding.presenter.js';
import { type PublishOutcome, PublishingService } from './publishing.service.js';
import { ItemAddressInput, PublishInput, RollBackInput } from './release.inputs.js';
import { ChangeKindModel, PendingSummaryModel, PublishedModel, PublishResult, ReleasePlanModel, ReleaseRequestList, ReleaseRequestModel } from './release.model.js';
import { ReleasePlanService } from './release-plan.service.js';
import { ReleaseRequest, RequestState } from './release-request.entity.js';
import { RequestsService } from './requests.service.js';

@InputType()
export class ReleaseRequestFilter {
  @Field(() => RequestState, { nullable: true })
  @IsOptional()
  @IsEnum(RequestState)
  state?: RequestState | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  ids?: string[] | null;
}

const id = { type: () => ID };
const channelArg = { type: () => String, defaultValue: 'hall' };
const inLanguage = (ctx: RequestContext, changes: readonly Change[]) => changes.map((change) => ({ ...change, label: change.label[ctx.language] }));

@Resolver()
export class ReleaseResolver {
  constructor(
    private readonly plans: ReleasePlanService,
    private readonly publishing: PublishingService,
    private readonly requests: RequestsService,
    private readonly bundles: BundlesService,
    private readonly findings: FindingPresenter,
  ) {}

  @Query(() => ReleasePlanModel, { description: 'What would change on a channel, and what the contract rules say. Items null: all that changed.' })
  @Allow(Permission.ReleaseRead)
  async releasePlan(
    @Ctx() ctx: RequestContext,
    @Args('channel', channelArg) channel: string,
    @Args('items', { type: () => [ItemAddressInput], nullable: true }) items?: ItemAddressInput[] | null,
  ): Promise<ReleasePlanModel> {
    const plan = await this.plans.plan(ctx, channel, items ?? null);
    const published = new Map((await this.bundles.entries(ctx, plan.base)).map((entry) => [`${entry.kind}/${entry.key}`, entry.sha256]));
    return {
      ...plan,
      items: plan.items.map((item) => ({ ...item, change: ChangeKindModel[item.change], changes: inLanguage(ctx, item.changes), published: published.get(`${item.kind}/${item.key}`) ?? null })),
      findings: await this.findings.present(ctx, plan.findings),
      blocking: plan.findings.filter((finding) => finding.severity === 'error').length,
      warnings: plan.findings.filter((finding) => finding.severity === 'warning').length,
      needsSecondPerson: await this.requests.needsSecondPerson(ctx, channel),
    };
  }

  @Query(() => PendingSummaryModel)
  @Allow(Permission.ReleaseRead)
  async pendingSummary(@Ctx() ctx: RequestContext, @Args('channel', channelArg) name: string): Promise<PendingSummaryModel> {
    const channel = await this.bundles.channel(ctx, name);
    const bundle = channel.bundle ? await this.bundles.find(ctx, channel.bundle) : null;
    const { pending, blocking } = await this.plans.pending(ctx, name);
    return { channel: name, bundleN: bundle?.n ?? null, pending, blocking };
  }

  @Query(() => ReleaseRequestList)
  @Allow(Permission.ReleaseRead)
  releaseRequests(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => ReleaseRequestFilter, nullable: true }) filter?: ReleaseRequestFilter) {
    const query = ctx.manager.createQueryBuilder(ReleaseRequest, 'request');
    if (filter?.state) query.andWhere('request.state = :state', { state: filter.state });
    if (filter?.ids) query.andWhere('request.id = ANY(:ids::uuid[])', { ids: filter.ids });
    return page(query, args, { requestedAt: 'request.requestedAt', state: 'request.state' }, { field: 'requestedAt', order: SortOrder.DESC });
  }

  @Query(() => ReleaseRequestModel, { nullable: true })
  @Allow(Permission.ReleaseRead)
  releaseRequest(@Ctx() ctx: RequestContext, @Args('id', id) request: string) {
    return ctx.manager.findOneBy(ReleaseRequest, { id: request });
  }

  @Transaction()
  @Mutation(() => PublishResult, { description: 'Publishes at once, or asks for a second person where the policy wants one.' })
  @Allow(Permission.ReleasePublish)
  async publish(@Ctx() ctx: RequestContext, @Args('input') input: PublishInput): Promise<typeof PublishResult> {
    const order = { ...input, reason: input.reason ?? null, ...(await this.plans.choose(ctx, input.channel, input.items)) };
    if (await this.requests.needsSecondPerson(ctx, input.channel)) return { request: await this.requests.open(ctx, order) };
    return this.present(ctx, await this.publishing.publish(ctx, order));
  }

  @Transaction()
  @Mutation(() => ReleaseRequestModel)
  @Allow(Permission.ReleaseRequest)
  async requestRelease(@Ctx() ctx: RequestContext, @Args('input') input: PublishInput) {
    return this.requests.open(ctx, { ...input, reason: input.reason ?? null, ...(await this.plans.choose(ctx, input.channel, input.items)) });
  }

  @Transaction()
  @Mutation(() => PublishResult)
  @Allow(Permission.ReleasePublish)
  async approveRelease(@Ctx() ctx: RequestContext, @Args('id', id) request: string): Promise<typeof PublishResult> {
    return this.present(ctx, await this.requests.approve(ctx, request));
  }

  @Transaction()
  @Mutation(() => ReleaseRequestModel)
  @Allow(Permission.ReleasePublish)
  rejectRelease(@Ctx() ctx: RequestContext, @Args('id', id) request: string, @Args('reason', { type: () => String }) reason: string) {
    return this.requests.reject(ctx, request, reason);
  }

  @Transaction()
  @Mutation(() => ReleaseRequestModel)
  @Allow(Permission.ReleaseRequest)
  withdrawRelease(@Ctx() ctx: RequestContext, @Args('id', id) request: string) {
    return this.requests.withdraw(ctx, request);
  }

  @Transaction()
  @Mutation(() => PublishedModel, { description: 'Moves the pointer back to a bundle that the channel has shown before.' })
  @Allow(Permission.ReleasePublish)
  rollBack(@Ctx() ctx: RequestContext, @Args('input') input: RollBackInput) {
    return this.publishing.rollBack(ctx, input.channel, input.baseRev, input.bundle, input.note);
  }

  private async present(ctx: RequestContext, outcome: PublishOutcome): Promise<typeof PublishResult> {
    switch (outcome.type) {
      case 'published':
        return { channel: outcome.channel, bundle: outcome.bundle };
      case 'blocked':
        return { findings: await this.findings.present(ctx, outcome.findings) };
      case 'conflict':
        return { items: outcome.items.map((item) => ({ ...item, yours: inLanguage(ctx, item.yours), theirs: inLanguage(ctx, item.theirs) })) };
    }
  }
}
