import { fieldTitle } from '@banshi/forms';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs } from '../../platform/lists/list.js';
import { BundlesService } from '../release/bundles.service.js';
import { DialogServiceModel } from './desk.model.js';
import type { DialogQuestion } from './dialog-question.entity.js';
import { serviceTitleLoader } from './dialog.loaders.js';
import { QuestionState } from './dialog.types.js';
import { QuestionFilter, QuestionList, QuestionModel } from './question.model.js';
import { QuestionListsService } from './question-lists.service.js';

const id = { type: () => ID };
const ids = { type: () => [ID] };
const text = { type: () => String };
const optionalText = { type: () => String, nullable: true };

@Resolver(() => QuestionModel)
export class QuestionsResolver {
  constructor(
    private readonly service: QuestionListsService,
    private readonly bundles: BundlesService,
  ) {}

  @Query(() => QuestionList, { description: 'What the assistant could not answer, and what it filled in wrongly; what came most often first.' })
  @Allow(Permission.CorpusRead)
  unansweredQuestions(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => QuestionFilter, nullable: true }) filter?: QuestionFilter | null) {
    return this.service.list(ctx, args, filter ?? {});
  }

  @Transaction()
  @Mutation(() => Int)
  @Allow(Permission.CorpusWrite)
  ignoreQuestions(@Ctx() ctx: RequestContext, @Args('ids', ids) questions: string[]) {
    return this.service.move(ctx, questions, QuestionState.IGNORED);
  }

  @Transaction()
  @Mutation(() => Int)
  @Allow(Permission.CorpusWrite)
  reopenQuestions(@Ctx() ctx: RequestContext, @Args('ids', ids) questions: string[]) {
    return this.service.move(ctx, questions, QuestionState.OPEN);
  }

  @Transaction()
  @Mutation(() => QuestionModel, { description: 'Notes what was made of a question: utterance, faq, policy or service, with its id or key.' })
  @Allow(Permission.CorpusWrite)
  settleQuestion(@Ctx() ctx: RequestContext, @Args('id', id) question: string, @Args('outcome', text) outcome: string, @Args('key', optionalText) key?: string | null) {
    return this.service.settle(ctx, question, outcome, key ?? null);
  }

  @Transaction()
  @Mutation(() => QuestionModel, { description: 'Adds the question to the corpus under an intent. `text` replaces what was said, where that should not be learned as it is.' })
  @Allow(Permission.CorpusWrite)
  addQuestionUtterance(@Ctx() ctx: RequestContext, @Args('id', id) question: string, @Args('intent', text) intent: string, @Args('text', optionalText) written?: string | null) {
    return this.service.addUtterance(ctx, question, intent, written ?? null);
  }

  @ResolveField('service', () => DialogServiceModel, { nullable: true })
  async serviceOf(@Parent() { service }: DialogQuestion, @Ctx() ctx: RequestContext): Promise<DialogServiceModel | null> {
    return service === null ? null : { key: service, title: await serviceTitleLoader(ctx).load(service) };
  }

  @ResolveField(() => String, { nullable: true, description: 'What the field is called in the form that the hall shows.' })
  async fieldTitle(@Parent() { service, field }: DialogQuestion, @Ctx() ctx: RequestContext): Promise<string | null> {
    if (service === null || field === null) return null;
    const bundle = await ctx.loader(this, () => this.bundles.current(ctx, 'hall'));
    const form = bundle?.get('service', service)?.form;
    const body = form ? bundle?.get('form', form) : null;
    return body ? fieldTitle(body, field) : field;
  }
}
