import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../actor/allow.decorator.js';
import { Ctx } from '../actor/ctx.decorator.js';
import { Permission } from '../actor/permission.js';
import { RequestContext } from '../actor/request-context.js';
import { Transaction } from '../actor/transaction.interceptor.js';
import { Settings, UpdateSettingsInput } from './settings.model.js';
import { SettingsService } from './settings.service.js';

@Resolver(() => Settings)
export class SettingsResolver {
  constructor(private readonly service: SettingsService) {}

  @Query(() => Settings)
  @Allow(Permission.Public)
  settings(@Ctx() ctx: RequestContext) {
    return this.service.get(ctx);
  }

  @Transaction()
  @Mutation(() => Settings)
  @Allow(Permission.SettingsManage)
  updateSettings(@Ctx() ctx: RequestContext, @Args('input') input: UpdateSettingsInput) {
    return this.service.update(ctx, input);
  }
}
