import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs, page, SortOrder } from '../../platform/lists/list.js';
import { CorpusInsightService } from './corpus-insight.service.js';
import { isLabelled, restrict } from './corpus-query.js';
import { intentTitleLoader } from './corpus.loaders.js';
import { TrainingSetsService } from './training-sets.service.js';
import { Utterance } from './utterance.entity.js';
import { CorpusHealthModel, CreatedUtterancesModel, CreateUtteranceInput, CreateUtterancesInput, SimilarUtteranceModel, UpdateUtteranceInput, UtteranceFilter, UtteranceList, UtteranceModel } from './utterance.model.js';
import { UtterancesService } from './utterances.service.js';

const id = { type: () => ID };
const ids = { type: () => [ID] };
const sortable = { at: 'u.at', updatedAt: 'u.updatedAt', text: 'u.text', intent: 'u.intent', source: 'u.source' };

@Resolver(() => UtteranceModel)
export class UtterancesResolver {
  constructor(
    private readonly service: UtterancesService,
    private readonly insight: CorpusInsightService,
    private readonly sets: TrainingSetsService,
  ) {}

  @Query(() => UtteranceList, { name: 'utterances' })
  @Allow(Permission.CorpusRead)
  async list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => UtteranceFilter, nullable: true }) filter?: UtteranceFilter) {
    const query = ctx.manager.createQueryBuilder(Utterance, 'u').where(filter?.deleted ? 'u.deletedAt IS NOT NULL' : 'u.deletedAt IS NULL');
    restrict(query, { q: filter?.q ?? undefined, intents: filter?.intent ? [filter.intent] : undefined, slot: filter?.slot ?? undefined, source: filter?.source ?? undefined, unlabelled: filter?.unlabelled ?? undefined });
    if (filter?.ids) query.andWhere('u.id = ANY(:ids::uuid[])', { ids: filter.ids });
    if (filter?.duplicate || filter?.clash) query.andWhere(`u.folded IN (SELECT folded FROM utterance WHERE deleted_at IS NULL GROUP BY folded HAVING count(*) > 1 ${filter.clash ? 'AND count(DISTINCT intent) > 1' : ''})`);
    if (filter?.trainingSet) restrict(query.andWhere(isLabelled), (await this.sets.get(ctx, filter.trainingSet)).filter, 'set');
    return page(query, args, sortable, { field: 'at', order: SortOrder.DESC });
  }

  @Query(() => UtteranceModel, { nullable: true })
  @Allow(Permission.CorpusRead)
  utterance(@Ctx() ctx: RequestContext, @Args('id', id) utterance: string) {
    return ctx.manager.findOneBy(Utterance, { id: utterance });
  }

  @Query(() => [SimilarUtteranceModel], { description: 'Near duplicates of a text, and those that carry another intent.' })
  @Allow(Permission.CorpusRead)
  similarUtterances(
    @Ctx() ctx: RequestContext,
    @Args('text', { type: () => String }) text: string,
    @Args('intent', { type: () => String, nullable: true }) intent?: string | null,
    @Args('take', { type: () => Int, defaultValue: 10 }) take = 10,
  ) {
    return this.insight.similar(ctx, text, intent ?? null, take);
  }

  @Query(() => CorpusHealthModel)
  @Allow(Permission.CorpusRead)
  corpusHealth(@Ctx() ctx: RequestContext) {
    return this.insight.health(ctx);
  }

  @ResolveField(() => String, { nullable: true })
  intentTitle(@Parent() utterance: UtteranceModel, @Ctx() ctx: RequestContext) {
    return utterance.intent === null ? null : intentTitleLoader(ctx).load(utterance.intent);
  }

  @Transaction()
  @Mutation(() => UtteranceModel)
  @Allow(Permission.CorpusWrite)
  createUtterance(@Ctx() ctx: RequestContext, @Args('input') input: CreateUtteranceInput) {
    return this.service.create(ctx, { text: input.text, intent: input.intent ?? null, entities: input.entities ?? [] });
  }

  @Transaction()
  @Mutation(() => CreatedUtterancesModel, { description: 'Several texts of one intent; what is left out comes back with the reason.' })
  @Allow(Permission.CorpusWrite)
  async createUtterances(@Ctx() ctx: RequestContext, @Args('input') input: CreateUtterancesInput): Promise<CreatedUtterancesModel> {
    const { created, skipped } = await this.service.createMany(ctx, input.texts.map((text) => ({ text, intent: input.intent, entities: [] })), 'manual');
    return { created, skipped: skipped.map(({ text, error }) => ({ text, code: error.code, message: error.text(ctx.language) })) };
  }

  @Transaction()
  @Mutation(() => UtteranceModel)
  @Allow(Permission.CorpusWrite)
  updateUtterance(@Ctx() ctx: RequestContext, @Args('id', id) utterance: string, @Args('input') input: UpdateUtteranceInput) {
    return this.service.update(ctx, utterance, input);
  }

  @Transaction()
  @Mutation(() => Int, { description: 'How many were deleted; they can be restored.' })
  @Allow(Permission.CorpusWrite)
  deleteUtterances(@Ctx() ctx: RequestContext, @Args('ids', ids) utterances: string[]) {
    return this.service.delete(ctx, utterances);
  }

  @Transaction()
  @Mutation(() => Int)
  @Allow(Permission.CorpusWrite)
  restoreUtterances(@Ctx() ctx: RequestContext, @Args('ids', ids) utterances: string[]) {
    return this.service.restore(ctx, utterances);
  }
}
