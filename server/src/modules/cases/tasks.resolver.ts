import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs } from '../../platform/lists/list.js';
import { CaseListsService } from './case-lists.service.js';
import { CaseModel, CaseTaskModel, TaskList } from './case.model.js';
import { CompleteTaskInput, TaskFilter } from './cases.inputs.js';
import { CasesService } from './cases.service.js';
import { TasksService } from './tasks.service.js';

const id = { type: () => ID };
const rev = { type: () => Int };

@Resolver(() => CaseTaskModel)
export class TasksResolver {
  constructor(
    private readonly service: TasksService,
    private readonly cases: CasesService,
    private readonly lists: CaseListsService,
  ) {}

  @Query(() => TaskList, { description: 'Tasks that are or were mine, or that I may claim.' })
  @Allow(Permission.CasesHandle)
  async tasks(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => TaskFilter, nullable: true }) filter?: TaskFilter) {
    const { items, totalItems } = await this.lists.tasks(ctx, args, filter ?? {});
    return { items: items.map((task) => ({ ...task, isListed: true })), totalItems };
  }

  @Query(() => CaseTaskModel, { nullable: true })
  @Allow(Permission.CasesRead, Permission.CasesHandle)
  task(@Ctx() ctx: RequestContext, @Args('id', id) taskId: string) {
    return this.cases.findTask(ctx, taskId);
  }

  @Transaction()
  @Mutation(() => CaseTaskModel)
  @Allow(Permission.CasesHandle)
  claimTask(@Ctx() ctx: RequestContext, @Args('id', id) taskId: string, @Args('rev', rev) seen: number) {
    return this.service.claim(ctx, taskId, seen);
  }

  @Transaction()
  @Mutation(() => CaseTaskModel)
  @Allow(Permission.CasesHandle, Permission.CasesManage)
  releaseTask(@Ctx() ctx: RequestContext, @Args('id', id) taskId: string, @Args('rev', rev) seen: number) {
    return this.service.release(ctx, taskId, seen);
  }

  @Transaction()
  @Mutation(() => CaseModel)
  @Allow(Permission.CasesHandle)
  completeTask(@Ctx() ctx: RequestContext, @Args('input') input: CompleteTaskInput) {
    return this.service.complete(ctx, input.id, input.rev, input);
  }
}
