import { Args, Context, Mutation, Query, Resolver, ResolveField, Parent } from '@nestjs/graphql';
import type { Response } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { orgUnitLoader } from '../org/org.loaders.js';
import { OrgUnitModel } from '../org/org.model.js';
import { permissionsOf, type Role } from './roles.js';
import { RoleGrant } from './role-grant.entity.js';
import { sessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';
import type { User } from './user.entity.js';
import { MeModel } from './user.model.js';
import { UsersService } from './users.service.js';

interface HttpCarrier {
  req: { secure: boolean; res: Response };
}

function user(ctx: RequestContext) {
  if (ctx.actor.kind !== 'user') throw new DomainError(commonErrors.UNAUTHENTICATED);
  return ctx.actor;
}

@Resolver(() => MeModel)
export class SessionResolver {
  constructor(
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
  ) {}

  @Query(() => MeModel, { nullable: true, description: 'Who is signed in; null for nobody.' })
  @Allow(Permission.Public)
  async me(@Ctx() ctx: RequestContext): Promise<MeModel | null> {
    return ctx.actor.kind === 'user' ? this.describe(ctx, await this.users.get(ctx, ctx.actor.id)) : null;
  }

  @Mutation(() => MeModel)
  @Allow(Permission.Public)
  async signIn(
    @Ctx() ctx: RequestContext,
    @Context() { req }: HttpCarrier,
    @Args('username', { type: () => String }) username: string,
    @Args('password', { type: () => String }) password: string,
  ): Promise<MeModel> {
    const { user: signedIn, token, expiresAt } = await this.sessions.signIn(ctx, username, password);
    req.res.append('set-cookie', sessionCookie(token, expiresAt, req.secure));
    return this.describe(ctx, signedIn);
  }

  @Transaction()
  @Mutation(() => Boolean)
  @Allow(Permission.Public)
  async signOut(@Ctx() ctx: RequestContext, @Context() { req }: HttpCarrier): Promise<boolean> {
    await this.sessions.signOut(ctx);
    req.res.append('set-cookie', sessionCookie('', new Date(0), req.secure));
    return true;
  }

  /** Allowed to who must change the password, who may do nothing else. */
  @Transaction()
  @Mutation(() => Boolean)
  @Allow(Permission.Authenticated)
  async changePassword(@Ctx() ctx: RequestContext, @Args('current', { type: () => String }) current: string, @Args('next', { type: () => String }) next: string): Promise<boolean> {
    await this.sessions.changePassword(ctx, user(ctx).id, user(ctx).sessionId, current, next);
    return true;
  }

  @Transaction()
  @Mutation(() => MeModel)
  @Allow(Permission.Authenticated)
  async setLanguage(@Ctx() ctx: RequestContext, @Args('language', { type: () => String }) language: string): Promise<MeModel> {
    if (language !== 'zh' && language !== 'en') throw new DomainError(commonErrors.INVALID_INPUT, { field: 'language', params: { reason: 'zh | en' } });
    return this.describe(ctx, await this.users.setLanguage(ctx, user(ctx).id, language));
  }

  @ResolveField(() => OrgUnitModel, { nullable: true })
  department(@Parent() me: MeModel, @Ctx() ctx: RequestContext) {
    return me.departmentId ? orgUnitLoader(ctx).load(me.departmentId) : null;
  }

  private async describe(ctx: RequestContext, person: User): Promise<MeModel> {
    const roles = [...new Set((await ctx.manager.findBy(RoleGrant, { userId: person.id })).map((grant) => grant.role))];
    const permissions = [...new Set(roles.flatMap((role: Role) => permissionsOf[role]))];
    return { id: person.id, username: person.username, name: person.name, departmentId: person.departmentId, language: person.language, mustChangePassword: person.mustChangePassword, roles, permissions };
  }
}
