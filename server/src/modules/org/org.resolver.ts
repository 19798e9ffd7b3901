import { Args, Field, ID, InputType, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs, page, SortOrder } from '../../platform/lists/list.js';
import { orgUnitLoader } from './org.loaders.js';
import { CreateOrgUnitInput, CreatePostInput, OrgUnitList, OrgUnitModel, PostList, PostModel, UpdateOrgUnitInput, UpdatePostInput } from './org.model.js';
import { OrgService } from './org.service.js';
import { OrgUnit } from './org-unit.entity.js';
import { Post } from './post.entity.js';

@InputType()
export class OrgFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  q?: string | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  ids?: string[] | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  orgUnit?: string | null;
}

const id = { type: () => ID };
const like = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`;

@Resolver(() => OrgUnitModel)
export class OrgUnitsResolver {
  constructor(private readonly org: OrgService) {}

  @Query(() => OrgUnitList, { name: 'orgUnits' })
  @Allow(Permission.Authenticated)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => OrgFilter, nullable: true }) filter?: OrgFilter) {
    const query = ctx.manager.createQueryBuilder(OrgUnit, 'unit');
    if (filter?.q) query.andWhere('(unit.title ILIKE :q OR unit.key ILIKE :q)', { q: like(filter.q) });
    if (filter?.ids) query.andWhere('unit.id = ANY(:ids::uuid[])', { ids: filter.ids });
    return page(query, args, { title: 'unit.title', key: 'unit.key' }, { field: 'key', order: SortOrder.ASC });
  }

  @Query(() => OrgUnitModel, { nullable: true })
  @Allow(Permission.Authenticated)
  orgUnit(@Ctx() ctx: RequestContext, @Args('id', id) unit: string) {
    return this.org.find(ctx, unit);
  }

  @ResolveField(() => OrgUnitModel, { nullable: true })
  parent(@Parent() unit: OrgUnitModel, @Ctx() ctx: RequestContext) {
    return unit.parentId ? orgUnitLoader(ctx).load(unit.parentId) : null;
  }

  @Transaction()
  @Mutation(() => OrgUnitModel)
  @Allow(Permission.AccessManage)
  createOrgUnit(@Ctx() ctx: RequestContext, @Args('input') input: CreateOrgUnitInput) {
    return this.org.create(ctx, input);
  }

  @Transaction()
  @Mutation(() => OrgUnitModel)
  @Allow(Permission.AccessManage)
  updateOrgUnit(@Ctx() ctx: RequestContext, @Args('id', id) unit: string, @Args('input') input: UpdateOrgUnitInput) {
    return this.org.update(ctx, unit, input);
  }

  @Transaction()
  @Mutation(() => Boolean)
  @Allow(Permission.AccessManage)
  async removeOrgUnit(@Ctx() ctx: RequestContext, @Args('id', id) unit: string) {
    await this.org.remove(ctx, unit);
    return true;
  }
}

@Resolver(() => PostModel)
export class PostsResolver {
  constructor(private readonly org: OrgService) {}

  @Query(() => PostList, { name: 'posts' })
  @Allow(Permission.Authenticated)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => OrgFilter, nullable: true }) filter?: OrgFilter) {
    const query = ctx.manager.createQueryBuilder(Post, 'post');
    if (filter?.q) query.andWhere('(post.title ILIKE :q OR post.key ILIKE :q)', { q: like(filter.q) });
    if (filter?.ids) query.andWhere('post.id = ANY(:ids::uuid[])', { ids: filter.ids });
    if (filter?.orgUnit) query.andWhere('post.orgUnitId = :unit', { unit: filter.orgUnit });
    return page(query, args, { title: 'post.title', key: 'post.key' }, { field: 'key', order: SortOrder.ASC });
  }

  @ResolveField(() => OrgUnitModel)
  orgUnit(@Parent() post: PostModel, @Ctx() ctx: RequestContext) {
    return orgUnitLoader(ctx).load(post.orgUnitId);
  }

  @Transaction()
  @Mutation(() => PostModel)
  @Allow(Permission.AccessManage)
  createPost(@Ctx() ctx: RequestContext, @Args('input') input: CreatePostInput) {
    return this.org.createPost(ctx, input);
  }

  @Transaction()
  @Mutation(() => PostModel)
  @Allow(Permission.AccessManage)
  updatePost(@Ctx() ctx: RequestContext, @Args('id', id) post: string, @Args('input') input: UpdatePostInput) {
    return this.org.updatePost(ctx, post, input);
  }

  @Transaction()
  @Mutation(() => Boolean)
  @Allow(Permission.AccessManage)
  async removePost(@Ctx() ctx: RequestContext, @Args('id', id) post: string) {
    await this.org.removePost(ctx, post);
    return true;
  }
}
