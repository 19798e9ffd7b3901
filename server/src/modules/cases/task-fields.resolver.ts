import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { userLoader } from '../access/access.loaders.js';
import { CaseAccessService } from './case-access.service.js';
import { CaseModel, CasePersonModel, CaseTaskModel, TaskOutcomeModel } from './case.model.js';
import { CaseStore } from './case-store.js';
import type { CaseTask } from './case-task.entity.js';
import { TaskState } from './case.types.js';
import { caseLoader } from './cases.loaders.js';
import { outcomesOf } from './outcomes.js';

type Row = CaseTask & { isListed?: boolean };

@Resolver(() => CaseTaskModel)
export class TaskFieldsResolver {
  constructor(
    private readonly store: CaseStore,
    private readonly caseAccess: CaseAccessService,
  ) {}

  @ResolveField(() => CaseModel)
  async case(@Parent() task: Row, @Ctx() ctx: RequestContext) {
    return { ...(await caseLoader(ctx).load(task.caseId)), isListed: task.isListed ?? false };
  }

  @ResolveField(() => CasePersonModel, { nullable: true, description: 'Who holds it, or did it.' })
  async assignee(@Parent() task: Row, @Ctx() ctx: RequestContext): Promise<CasePersonModel | null> {
    const user = task.assigneeId === null ? null : await userLoader(ctx).load(task.assigneeId);
    return user && { id: user.id, name: user.name };
  }

  @ResolveField(() => [TaskOutcomeModel])
  async outcomes(@Parent() task: Row, @Ctx() ctx: RequestContext): Promise<TaskOutcomeModel[]> {
    const outcomes = outcomesOf(await this.definition(task, ctx), task.element);
    return outcomes.map(({ value, title, titleEn, requireComment }) => ({ value, title: ctx.language === 'zh' ? title : titleEn, requireComment }));
  }

  @ResolveField(() => String, { nullable: true })
  async outcomeTitle(@Parent() task: Row, @Ctx() ctx: RequestContext) {
    const outcome = outcomesOf(await this.definition(task, ctx), task.element).find((candidate) => candidate.value === task.outcome);
    return outcome ? (ctx.language === 'zh' ? outcome.title : outcome.titleEn) : null;
  }

  @ResolveField(() => JsonScalar, { description: '{default, access}: what the step may do with each field.' })
  async access(@Parent() task: Row, @Ctx() ctx: RequestContext) {
    const element = (await this.definition(task, ctx)).userTask(task.element);
    return element && { default: element.fields.default, fields: element.fields.access };
  }

  @ResolveField(() => JsonScalar, { nullable: true, description: "The step's form." })
  async form(@Parent() task: Row, @Ctx() ctx: RequestContext) {
    const definition = await this.definition(task, ctx);
    const element = definition.userTask(task.element);
    return element && (definition.stepForm(element)?.form ?? null);
  }

  @ResolveField(() => Boolean)
  async canClaim(@Parent() task: Row, @Ctx() ctx: RequestContext) {
    return task.state === TaskState.OPEN && this.mayHandle(task, ctx);
  }

  @ResolveField(() => Boolean)
  async canComplete(@Parent() task: Row, @Ctx() ctx: RequestContext) {
    return (task.state === TaskState.OPEN || (task.state === TaskState.CLAIMED && task.assigneeId === ctx.actor.id)) && this.mayHandle(task, ctx);
  }

  private async mayHandle(task: Row, ctx: RequestContext) {
    return this.caseAccess.mayHandle(ctx, task, await caseLoader(ctx).load(task.caseId));
  }

  private async definition(task: Row, ctx: RequestContext) {
    return this.store.definitionOf(ctx, await caseLoader(ctx).load(task.caseId));
  }
}
