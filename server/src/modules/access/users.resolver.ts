import { Args, Field, ID, InputType, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsEnum, IsOptional, MaxLength } from 'class-validator';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs, page, SortOrder } from '../../platform/lists/list.js';
import { orgUnitLoader } from '../org/org.loaders.js';
import { OrgUnitModel } from '../org/org.model.js';
import { grantsLoader } from './access.loaders.js';
import { Role } from './roles.js';
import { User } from './user.entity.js';
import { CreatedUserModel, CreateUserInput, RoleGrantModel, UpdateUserInput, UserList, UserModel } from './user.model.js';
import { UsersService } from './users.service.js';

@InputType()
export class UserFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  q?: string | null;

  @Field(() => Role, { nullable: true })
  @IsOptional()
  @IsEnum(Role)
  role?: Role | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  department?: string | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  isDisabled?: boolean | null;

  @Field(() => [ID], { nullable: true })
  @IsOptional()
  ids?: string[] | null;
}

const id = { type: () => ID };
const sortable = { username: 'person.username', name: 'person.name', lastSignInAt: 'person.lastSignInAt', createdAt: 'person.createdAt' };

@Resolver(() => UserModel)
export class UsersResolver {
  constructor(private readonly users: UsersService) {}

  @Query(() => UserList, { name: 'users' })
  @Allow(Permission.AccessManage)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => UserFilter, nullable: true }) filter?: UserFilter) {
    const query = ctx.manager.createQueryBuilder(User, 'person');
    if (filter?.q) query.andWhere('(person.name ILIKE :q OR person.username ILIKE :q)', { q: `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` });
    if (filter?.role) query.andWhere('EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = person.id AND g.role = :role)', { role: filter.role });
    if (filter?.department) query.andWhere('person.departmentId = :department', { department: filter.department });
    if (filter?.isDisabled !== undefined && filter.isDisabled !== null) query.andWhere('person.isDisabled = :isDisabled', { isDisabled: filter.isDisabled });
    if (filter?.ids) query.andWhere('person.id = ANY(:ids::uuid[])', { ids: filter.ids });
    return page(query, args, sortable, { field: 'username', order: SortOrder.ASC });
  }

  @Query(() => UserModel, { nullable: true, name: 'user' })
  @Allow(Permission.AccessManage)
  one(@Ctx() ctx: RequestContext, @Args('id', id) userId: string) {
    return this.users.find(ctx, userId);
  }

  @ResolveField(() => [RoleGrantModel])
  roles(@Parent() user: UserModel, @Ctx() ctx: RequestContext) {
    return grantsLoader(ctx).load(user.id);
  }

  @ResolveField(() => OrgUnitModel, { nullable: true })
  department(@Parent() user: UserModel, @Ctx() ctx: RequestContext) {
    return user.departmentId ? orgUnitLoader(ctx).load(user.departmentId) : null;
  }

  @Transaction()
  @Mutation(() => CreatedUserModel)
  @Allow(Permission.AccessManage)
  createUser(@Ctx() ctx: RequestContext, @Args('input') input: CreateUserInput) {
    return this.users.create(ctx, input);
  }

  @Transaction()
  @Mutation(() => UserModel)
  @Allow(Permission.AccessManage)
  updateUser(@Ctx() ctx: RequestContext, @Args('id', id) userId: string, @Args('input') input: UpdateUserInput) {
    return this.users.update(ctx, userId, input);
  }

  @Transaction()
  @Mutation(() => CreatedUserModel)
  @Allow(Permission.AccessManage)
  resetPassword(@Ctx() ctx: RequestContext, @Args('id', id) userId: string) {
    return this.users.resetPassword(ctx, userId);
  }

  @Transaction()
  @Mutation(() => UserModel)
  @Allow(Permission.AccessManage)
  unlockUser(@Ctx() ctx: RequestContext, @Args('id', id) userId: string) {
    return this.users.unlock(ctx, userId);
  }
}

@Resolver(() => RoleGrantModel)
export class RoleGrantsResolver {
  @ResolveField(() => OrgUnitModel, { nullable: true })
  scope(@Parent() grant: RoleGrantModel, @Ctx() ctx: RequestContext) {
    return grant.scopeId ? orgUnitLoader(ctx).load(grant.scopeId) : null;
  }
}
