import { configKinds } from '@banshi/bundle';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { searchPatterns } from '../../platform/search/search-text.js';
import { CreateItemInput, DraftAddressInput, DuplicateItemInput, RestoreVersionInput, SaveDraftInput, SaveVersionInput } from './config.inputs.js';
import { ConfigItem } from './config-item.entity.js';
import { ChangeModel, ConfigItemModel, ConfigKindModel, SearchHitModel } from './config-item.model.js';
import { ContentsService } from './contents.service.js';
import { diffOf, DraftsService } from './drafts.service.js';
import { ItemsService, knownKind } from './items.service.js';

const text = { type: () => String };
const optionalText = { type: () => String, nullable: true };

/** The one way to edit a configuration of any kind. */
@Resolver(() => ConfigItemModel)
export class ConfigResolver {
  constructor(
    private readonly items: ItemsService,
    private readonly drafts: DraftsService,
    private readonly contents: ContentsService,
  ) {}

  @Query(() => [ConfigKindModel], { name: 'configKinds' })
  @Allow(Permission.ConfigRead)
  kinds(@Ctx() ctx: RequestContext): ConfigKindModel[] {
    return Object.values(configKinds).map(({ kind, title, schema, schemaVersion }) => ({ kind, title: title[ctx.language], schema, schemaVersion }));
  }

  @Query(() => ConfigItemModel, { nullable: true })
  @Allow(Permission.ConfigRead)
  configItem(@Ctx() ctx: RequestContext, @Args('kind', text) kind: string, @Args('key', text) key: string) {
    return this.items.find(ctx, kind, key);
  }

  @Query(() => JsonScalar, { nullable: true, description: 'The content under a hash.' })
  @Allow(Permission.ConfigRead)
  async configContent(@Ctx() ctx: RequestContext, @Args('sha256', text) sha256: string) {
    return (await this.contents.getMany(ctx, [sha256])).get(sha256)?.body ?? null;
  }

  @Query(() => [ChangeModel], { description: 'What differs between two contents of a kind; null stands for nothing.' })
  @Allow(Permission.ConfigRead)
  async configDiff(@Ctx() ctx: RequestContext, @Args('kind', text) kind: string, @Args('before', optionalText) before?: string | null, @Args('after', optionalText) after?: string | null) {
    const load = async (hash?: string | null) => (hash ? this.contents.get(ctx, hash) : null);
    return diffOf(knownKind(kind), await load(before), await load(after)).map((change) => ({ ...change, label: change.label[ctx.language] }));
  }

  @Query(() => [SearchHitModel], { description: 'Items of all kinds whose title, key or pinyin matches.' })
  @Allow(Permission.ConfigRead)
  searchEverything(@Ctx() ctx: RequestContext, @Args('q', text) q: string, @Args('take', { type: () => Int, defaultValue: 20 }) take: number) {
    const query = ctx.manager.createQueryBuilder(ConfigItem, 'item').where('item.deletedAt IS NULL');
    searchPatterns(q).forEach((pattern, index) => query.andWhere(`item.search LIKE :p${index}`, { [`p${index}`]: pattern }));
    return query.orderBy('length(item.title)').addOrderBy('item.key').limit(Math.min(Math.max(take, 1), 50)).getMany();
  }

  @Transaction()
  @Mutation(() => ConfigItemModel)
  @Allow(Permission.ConfigWrite)
  createItem(@Ctx() ctx: RequestContext, @Args('input') input: CreateItemInput) {
    return this.items.create(ctx, { kind: input.kind, key: input.key, body: input.body, orgUnitId: input.orgUnit ?? null });
  }

  @Transaction()
  @Mutation(() => ConfigItemModel)
  @Allow(Permission.ConfigWrite)
  saveDraft(@Ctx() ctx: RequestContext, @Args('input') input: SaveDraftInput) {
    return this.drafts.save(ctx, input, input.body);
  }

  @Transaction()
  @Mutation(() => ConfigItemModel)
  @Allow(Permission.ConfigWrite)
  saveVersion(@Ctx() ctx: RequestContext, @Args('input') input: SaveVersionInput) {
    return this.drafts.saveVersion(ctx, input, input.note);
  }

  @Transaction()
  @Mutation(() => ConfigItemModel)
  @Allow(Permission.ConfigWrite)
  restoreVersion(@Ctx() ctx: RequestContext, @Args('input') input: RestoreVersionInput) {
    return this.drafts.restore(ctx, input, input.n);
  }

  @Transaction()
  @Mutation(() => ConfigItemModel)
  @Allow(Permission.ConfigWrite)
  discardDraft(@Ctx() ctx: RequestContext, @Args('input') input: DraftAddressInput) {
    return this.drafts.discard(ctx, input);
  }

  @Transaction()
  @Mutation(() => ConfigItemModel, { description: 'A new item with the same content under another key and title.' })
  @Allow(Permission.ConfigWrite)
  async duplicateItem(@Ctx() ctx: RequestContext, @Args('input') input: DuplicateItemInput) {
    const item = await this.items.get(ctx, input.kind, input.key);
    const { body } = await this.contents.get(ctx, (await this.drafts.get(ctx, item.id)).sha256);
    return this.items.create(ctx, { kind: input.kind, key: input.newKey, body: { ...body, title: input.title }, orgUnitId: item.orgUnitId });
  }

  @Transaction()
  @Mutation(() => Boolean)
  @Allow(Permission.ConfigWrite)
  async deleteItem(@Ctx() ctx: RequestContext, @Args('kind', text) kind: string, @Args('key', text) key: string) {
    await this.items.delete(ctx, kind, key);
    return true;
  }

  @Transaction()
  @Mutation(() => ConfigItemModel)
  @Allow(Permission.ConfigWrite)
  undeleteItem(@Ctx() ctx: RequestContext, @Args('kind', text) kind: string, @Args('key', text) key: string) {
    return this.items.undelete(ctx, kind, key);
  }
}
