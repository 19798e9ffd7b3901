import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { Transaction } from '../../platform/actor/transaction.interceptor.js';
import { PageArgs, page, SortOrder } from '../../platform/lists/list.js';
import { ApiKey } from './api-key.entity.js';
import { ApiKeyList, ApiKeyModel, CreateApiKeyInput, CreatedApiKeyModel } from './api-key.model.js';
import { ApiKeysService } from './api-keys.service.js';

@Resolver(() => ApiKeyModel)
export class ApiKeysResolver {
  constructor(private readonly keys: ApiKeysService) {}

  @Query(() => ApiKeyList, { name: 'apiKeys' })
  @Allow(Permission.AccessManage)
  list(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    const query = ctx.manager.createQueryBuilder(ApiKey, 'key').where('NOT key.isPreview');
    return page(query, args, { name: 'key.name', createdAt: 'key.createdAt', lastUsedAt: 'key.lastUsedAt' }, { field: 'createdAt', order: SortOrder.DESC });
  }

  @Transaction()
  @Mutation(() => CreatedApiKeyModel)
  @Allow(Permission.AccessManage)
  createApiKey(@Ctx() ctx: RequestContext, @Args('input') input: CreateApiKeyInput) {
    return this.keys.create(ctx, input);
  }

  @Transaction()
  @Mutation(() => ApiKeyModel)
  @Allow(Permission.AccessManage)
  revokeApiKey(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string) {
    return this.keys.revoke(ctx, id);
  }
}
