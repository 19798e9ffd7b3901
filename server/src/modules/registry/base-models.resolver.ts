import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { OperationModel, toOperationModel } from '../../platform/jobs/operation.model.js';
import { PageArgs, page, SortOrder } from '../../platform/lists/list.js';
import { searchPatterns } from '../../platform/search/search-text.js';
import { BaseModel } from './base-model.entity.js';
import { BaseModelFilter, BaseModelList, BaseModelModel, BaseModelSourcesModel, RegisterBaseModelInput } from './base-model.model.js';
import { BaseModelSources } from './base-models/base-model-sources.js';
import { BaseModelsService } from './base-models.service.js';

const id = { type: () => ID };
const sortable = { name: 'base.name', title: 'base.title', source: 'base.source', size: 'base.size', createdAt: 'base.createdAt' };

@Resolver(() => BaseModelModel)
export class BaseModelsResolver {
  constructor(
    private readonly bases: BaseModelsService,
    private readonly sources: BaseModelSources,
  ) {}

  @Query(() => BaseModelList, { name: 'baseModels' })
  @Allow(Permission.ModelsRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => BaseModelFilter, nullable: true }) filter?: BaseModelFilter) {
    const query = ctx.manager.createQueryBuilder(BaseModel, 'base').where('base.deletedAt IS NULL');
    searchPatterns(filter?.q ?? '').forEach((pattern, i) => query.andWhere(`(base.name ILIKE :q${i} OR base.title ILIKE :q${i})`, { [`q${i}`]: pattern }));
    if (filter?.method) query.andWhere('base.methods @> CAST(:method AS jsonb)', { method: JSON.stringify([filter.method]) });
    if (filter?.source) query.andWhere('base.source = :source', { source: filter.source });
    if (filter?.ids) query.andWhere('base.id = ANY(:ids::uuid[])', { ids: filter.ids });
    return page(query, args, sortable, { field: 'createdAt', order: SortOrder.DESC });
  }

  @Query(() => BaseModelModel, { nullable: true })
  @Allow(Permission.ModelsRead)
  baseModel(@Ctx() ctx: RequestContext, @Args('id', id) base: string) {
    return ctx.manager.findOneBy(BaseModel, { id: base });
  }

  @Query(() => BaseModelSourcesModel)
  @Allow(Permission.ModelsRead)
  baseModelSources(): Promise<BaseModelSourcesModel> {
    return this.sources.describe();
  }

  @Transaction()
  @Mutation(() => OperationModel, { description: 'Copies, checks and notes a base model; the result of the operation is `{baseModel: id}`.' })
  @Allow(Permission.ModelsManage, Permission.TrainingRun)
  async registerBaseModel(@Ctx() ctx: RequestContext, @Args('input') input: RegisterBaseModelInput) {
    return toOperationModel(ctx, await this.bases.order(ctx, input));
  }

  @Transaction()
  @Mutation(() => Boolean, { description: 'Refused for the one that ships, and while a training that has not ended uses it.' })
  @Allow(Permission.ModelsManage, Permission.TrainingRun)
  async deleteBaseModel(@Ctx() ctx: RequestContext, @Args('id', id) base: string) {
    await this.bases.delete(ctx, base);
    return true;
  }
}
