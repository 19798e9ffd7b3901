import { Query, Resolver, Subscription } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { EventBus, type Events } from '../../platform/events/event-bus.js';
import { CaseListsService } from './case-lists.service.js';
import { InboxModel } from './case.model.js';

@Resolver(() => InboxModel)
export class InboxResolver {
  constructor(
    private readonly lists: CaseListsService,
    private readonly events: EventBus,
  ) {}

  @Query(() => InboxModel, { description: 'How many tasks wait for me.' })
  @Allow(Permission.CasesHandle)
  inbox(@Ctx() ctx: RequestContext): Promise<InboxModel> {
    return this.count(ctx);
  }

  @Subscription(() => InboxModel, {
    resolve(this: InboxResolver, _event: Events['inbox'], _args: unknown, carrier: { banshi: RequestContext }) {
      return this.count(carrier.banshi);
    },
  })
  @Allow(Permission.CasesHandle)
  inboxChanged() {
    return this.events.iterate('inbox');
  }

  private async count(ctx: RequestContext): Promise<InboxModel> {
    const { myTasks, openTasks } = await this.lists.countsFor(ctx);
    return { tasks: myTasks + openTasks, mine: myTasks, open: openTasks };
  }
}
