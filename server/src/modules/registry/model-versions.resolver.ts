import { Args, Field, ID, InputType, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { PageArgs, page, SortOrder } from '../../platform/lists/list.js';
import { ConfigItemModel } from '../config/config-item.model.js';
import { compareModels } from './compare-models.js';
import { ModelStoreService } from './model-store.service.js';
import { ModelVersion } from './model-version.entity.js';
import { ModelVersionList, ModelVersionModel } from './model-version.model.js';
import { ModelVersionsService } from './model-versions.service.js';
import { aliasLoader, modelVersionLoader, variantsLoader } from './registry.loaders.js';

@InputType()
export class ModelVersionFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  method?: string | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  ids?: string[] | null;
}

const id = { type: () => ID };
const metric = (path: string) => `CAST(version.metrics #>> '{${path}}' AS float8)`;
const sortable = {
  n: 'version.n',
  createdAt: 'version.createdAt',
  method: 'version.method',
  size: 'version.size',
  accuracy: metric('intent,accuracy'),
  macroF1: metric('intent,macroF1'),
  slotF1: metric('slots,microF1'),
};

@Resolver(() => ModelVersionModel)
export class ModelVersionsResolver {
  constructor(
    private readonly versions: ModelVersionsService,
    private readonly store: ModelStoreService,
  ) {}

  @Query(() => ModelVersionList, { name: 'modelVersions' })
  @Allow(Permission.ModelsRead)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => ModelVersionFilter, nullable: true }) filter?: ModelVersionFilter) {
    const query = ctx.manager.createQueryBuilder(ModelVersion, 'version').where('version.deletedAt IS NULL');
    if (filter?.method) query.andWhere('version.method = :method', { method: filter.method });
    if (filter?.ids) query.andWhere('version.id = ANY(:ids::uuid[])', { ids: filter.ids });
    return page(query, args, sortable, { field: 'n', order: SortOrder.DESC });
  }

  @Query(() => ModelVersionModel, { nullable: true })
  @Allow(Permission.ModelsRead)
  modelVersion(@Ctx() ctx: RequestContext, @Args('id', id) version: string) {
    return ctx.manager.findOneBy(ModelVersion, { id: version });
  }

  @Query(() => JsonScalar, { description: 'What version b does better or worse than a, label by label, with counts and 95 % intervals.' })
  @Allow(Permission.ModelsRead)
  async compareModels(@Ctx() ctx: RequestContext, @Args('a', id) a: string, @Args('b', id) b: string) {
    return compareModels(await this.versions.get(ctx, a), await this.versions.get(ctx, b));
  }

  @ResolveField(() => [String], { description: 'production, candidate; derived from channels and the draft.' })
  aliases(@Parent() version: ModelVersion, @Ctx() ctx: RequestContext) {
    return version.deletedAt ? [] : aliasLoader(ctx).load(version.artifact);
  }

  @ResolveField(() => ModelVersionModel, { nullable: true, description: 'The version that a variant was made of.' })
  original(@Parent() version: ModelVersion, @Ctx() ctx: RequestContext) {
    return version.variantOf ? modelVersionLoader(ctx).load(version.variantOf) : null;
  }

  @ResolveField(() => [ModelVersionModel], { name: 'variants', description: 'What was made of it by quantising or distilling.' })
  variantsOf(@Parent() version: ModelVersion, @Ctx() ctx: RequestContext) {
    return variantsLoader(ctx).load(version.id);
  }

  @ResolveField(() => [String], { description: 'Why its files do not match its manifest. A version with any is never loaded.' })
  problems(@Parent() version: ModelVersion) {
    return version.deletedAt ? [] : this.store.problems(version.artifact);
  }

  @Transaction()
  @Mutation(() => ConfigItemModel, { description: 'Writes the version into the draft of the `model` item.' })
  @Allow(Permission.ModelsManage, Permission.ConfigWrite)
  chooseModel(@Ctx() ctx: RequestContext, @Args('id', id) version: string) {
    return this.versions.choose(ctx, version);
  }

  @Transaction()
  @Mutation(() => Boolean)
  @Allow(Permission.ModelsManage, Permission.TrainingRun)
  async deleteModelVersion(@Ctx() ctx: RequestContext, @Args('id', id) version: string) {
    await this.versions.delete(ctx, version);
    return true;
  }
}
