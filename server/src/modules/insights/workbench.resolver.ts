import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { WorkbenchService } from './workbench.service.js';

@Resolver()
export class WorkbenchResolver {
  constructor(private readonly service: WorkbenchService) {}

  @Query(() => JsonScalar, { description: 'What needs the person now: numbers by list, the first-run checklist, what changed lately.' })
  @Allow(Permission.Authenticated)
  workbench(@Ctx() ctx: RequestContext) {
    return this.service.of(ctx);
  }
}
