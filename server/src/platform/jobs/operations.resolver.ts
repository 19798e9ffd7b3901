import { Args, Field, ID, InputType, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { can } from '../actor/actor.js';
import { Allow } from '../actor/allow.decorator.js';
import { Ctx } from '../actor/ctx.decorator.js';
import { Permission } from '../actor/permission.js';
import { RequestContext } from '../actor/request-context.js';
import { Transaction } from '../actor/transaction.interceptor.js';
import { EventBus, type Events } from '../events/event-bus.js';
import { PageArgs, page, SortOrder } from '../lists/list.js';
import { Operation, OperationState } from './operation.entity.js';
import { OperationList, OperationModel, toOperationModel } from './operation.model.js';
import { OperationsService } from './operations.service.js';

@InputType()
export class OperationFilter {
  @Field(() => OperationState, { nullable: true })
  @IsOptional()
  @IsEnum(OperationState)
  state?: OperationState | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  kind?: string | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  mine?: boolean | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  ids?: string[] | null;
}

const sortable = { createdAt: 'operation.createdAt', state: 'operation.state', kind: 'operation.kind', finishedAt: 'operation.finishedAt' };

/** Who may not read all operations sees those that he started. */
const seesAll = (ctx: RequestContext) => can(ctx.actor, Permission.OperationsRead);

@Resolver(() => OperationModel)
export class OperationsResolver {
  constructor(
    private readonly operations: OperationsService,
    private readonly events: EventBus,
  ) {}

  @Query(() => OperationList, { name: 'operations' })
  @Allow(Permission.Authenticated)
  async list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => OperationFilter, nullable: true }) filter?: OperationFilter) {
    const query = ctx.manager.createQueryBuilder(Operation, 'operation');
    if (filter?.state) query.andWhere('operation.state = :state', { state: filter.state });
    if (filter?.kind) query.andWhere('operation.kind = :kind', { kind: filter.kind });
    if (filter?.ids) query.andWhere('operation.id = ANY(:ids::uuid[])', { ids: filter.ids });
    if (filter?.mine || !seesAll(ctx)) query.andWhere('operation.createdBy = :me', { me: ctx.actor.id });
    const { items, totalItems } = await page(query, args, sortable, { field: 'createdAt', order: SortOrder.DESC });
    return { items: items.map((operation) => toOperationModel(ctx, operation)), totalItems };
  }

  @Query(() => OperationModel, { nullable: true })
  @Allow(Permission.Authenticated)
  async operation(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string) {
    const operation = await ctx.manager.findOneBy(Operation, { id });
    return operation && this.isVisible(ctx, operation) ? toOperationModel(ctx, operation) : null;
  }

  @Query(() => [OperationModel], { description: 'What is queued or running, or ended within the last minute: for the top bar.' })
  @Allow(Permission.Authenticated)
  async runningOperations(@Ctx() ctx: RequestContext) {
    const query = ctx.manager
      .createQueryBuilder(Operation, 'operation')
      .where(`(operation.state IN ('QUEUED', 'RUNNING') OR operation.finishedAt > now() - interval '1 minute')`)
      .orderBy('operation.createdAt', 'DESC')
      .limit(20);
    if (!seesAll(ctx)) query.andWhere('operation.createdBy = :me', { me: ctx.actor.id });
    return (await query.getMany()).map((operation) => toOperationModel(ctx, operation));
  }

  @Transaction()
  @Mutation(() => OperationModel)
  @Allow(Permission.Authenticated)
  async cancelOperation(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string) {
    return toOperationModel(ctx, await this.operations.cancel(ctx, id));
  }

  @Transaction()
  @Mutation(() => OperationModel)
  @Allow(Permission.Authenticated)
  async retryOperation(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string) {
    return toOperationModel(ctx, await this.operations.retry(ctx, id));
  }

  @Subscription(() => OperationModel, {
    async resolve(this: OperationsResolver, event: Events['operation'], _args: unknown, carrier: { banshi: RequestContext }) {
      return toOperationModel(carrier.banshi, await this.operations.get(carrier.banshi, event.id));
    },
    async filter(this: OperationsResolver, event: Events['operation'], args: { id?: string | null }, carrier: { banshi: RequestContext }) {
      if (args.id) return event.id === args.id && this.isVisible(carrier.banshi, await this.operations.get(carrier.banshi, event.id));
      return this.isVisible(carrier.banshi, await this.operations.get(carrier.banshi, event.id));
    },
  })
  @Allow(Permission.Authenticated)
  operationChanged(@Args('id', { type: () => ID, nullable: true }) _id?: string | null) {
    return this.events.iterate('operation');
  }

  private isVisible(ctx: RequestContext, operation: Operation): boolean {
    return operation.createdBy === ctx.actor.id || seesAll(ctx);
  }
}
