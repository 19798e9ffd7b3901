import { Args, ID, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { EventBus, type Events } from '../../platform/events/event-bus.js';
import { PageArgs } from '../../platform/lists/list.js';
import { mayHandle } from './desk-access.js';
import { DeskListsService } from './desk-lists.service.js';
import { DeskChangeModel, DeskConversationDetailModel, DeskConversationList, DeskInboxModel, DeskScope } from './desk.model.js';
import { DeskService } from './desk.service.js';

const id = { type: () => ID };
const text = { type: () => String };

/** Mutations take their own transaction: what a citizen sees of one is committed before the answer is read. */
@Resolver(() => DeskConversationDetailModel)
export class DeskResolver {
  constructor(
    private readonly desk: DeskService,
    private readonly lists: DeskListsService,
    private readonly events: EventBus,
  ) {}

  @Query(() => DeskConversationList, { description: 'Conversations that wait for a person or are with one; who waits longest first.' })
  @Allow(Permission.DeskHandle)
  deskConversations(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('scope', { type: () => DeskScope, defaultValue: DeskScope.ALL }) scope: DeskScope) {
    return this.lists.list(ctx, scope, args);
  }

  @Query(() => DeskConversationDetailModel, { nullable: true, description: 'A conversation with everything in it.' })
  @Allow(Permission.DeskHandle)
  deskConversation(@Ctx() ctx: RequestContext, @Args('id', id) session: string) {
    return this.lists.get(ctx, session);
  }

  @Query(() => DeskInboxModel, { description: 'How many conversations wait, and how many are mine.' })
  @Allow(Permission.DeskHandle)
  deskInbox(@Ctx() ctx: RequestContext) {
    return this.lists.inbox(ctx);
  }

  @Mutation(() => DeskConversationDetailModel)
  @Allow(Permission.DeskHandle)
  async claimConversation(@Ctx() ctx: RequestContext, @Args('id', id) session: string) {
    await this.desk.claim(ctx, session);
    return this.lists.getOne(ctx, session);
  }

  @Mutation(() => DeskConversationDetailModel)
  @Allow(Permission.DeskHandle)
  async answerConversation(@Ctx() ctx: RequestContext, @Args('id', id) session: string, @Args('text', text) written: string) {
    await this.desk.answer(ctx, session, written);
    return this.lists.getOne(ctx, session);
  }

  @Mutation(() => DeskConversationDetailModel, { description: 'Gives the conversation back to the assistant.' })
  @Allow(Permission.DeskHandle)
  async handBackConversation(@Ctx() ctx: RequestContext, @Args('id', id) session: string, @Args('note', { ...text, nullable: true }) note?: string | null) {
    await this.desk.handBack(ctx, session, note ?? null);
    return this.lists.getOne(ctx, session);
  }

  @Mutation(() => DeskConversationDetailModel)
  @Allow(Permission.DeskHandle)
  async endConversation(@Ctx() ctx: RequestContext, @Args('id', id) session: string) {
    await this.desk.end(ctx, session);
    return this.lists.getOne(ctx, session);
  }

  @Subscription(() => DeskChangeModel, {
    description: 'Every turn of a conversation that clerks have to do with.',
    filter(this: DeskResolver, event: Events['dialog'], _args: unknown, carrier: { banshi: RequestContext }) {
      return event.isDesk && mayHandle(carrier.banshi, event.orgUnitId);
    },
    resolve: ({ session, mode, turn }: Events['dialog']) => ({ id: session, mode, turn }),
  })
  @Allow(Permission.DeskHandle)
  deskChanged() {
    return this.events.iterate('dialog', ({ isDesk }) => isDesk);
  }
}
