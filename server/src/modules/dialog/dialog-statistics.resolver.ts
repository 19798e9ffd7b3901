import { fieldTitle } from '@banshi/forms';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { BundlesService } from '../release/bundles.service.js';
import { DialogServiceModel } from './desk.model.js';
import { DialogFieldModel, DialogStatisticsModel } from './dialog-statistics.model.js';
import { DialogStatisticsService, type FieldFigures } from './dialog-statistics.service.js';
import { serviceTitleLoader } from './dialog.loaders.js';

@Resolver(() => DialogFieldModel)
export class DialogStatisticsResolver {
  constructor(
    private readonly service: DialogStatisticsService,
    private readonly bundles: BundlesService,
  ) {}

  @Query(() => DialogStatisticsModel, { description: 'How conversations went that began in the period [from, to).' })
  @Allow(Permission.ConfigRead)
  dialogStatistics(
    @Ctx() ctx: RequestContext,
    @Args('from', { type: () => Date }) from: Date,
    @Args('to', { type: () => Date }) to: Date,
    @Args('service', { type: () => String, nullable: true }) service?: string | null,
    @Args('preview', { type: () => Boolean, defaultValue: false, description: 'Of those who try the hall out, instead of citizens.' }) isPreview = false,
  ) {
    return this.service.of(ctx, { from, to, service: service ?? null, isPreview });
  }

  @ResolveField('service', () => DialogServiceModel)
  async serviceOf(@Parent() { service }: FieldFigures, @Ctx() ctx: RequestContext): Promise<DialogServiceModel> {
    return { key: service, title: await serviceTitleLoader(ctx).load(service) };
  }

  @ResolveField(() => String)
  async title(@Parent() { service, field }: FieldFigures, @Ctx() ctx: RequestContext): Promise<string> {
    const bundle = await ctx.loader(this, () => this.bundles.current(ctx, 'hall'));
    const form = bundle?.get('service', service)?.form;
    const body = form ? bundle?.get('form', form) : null;
    return body ? fieldTitle(body, field) : field;
  }
}
