import { Body, Controller, Get, Put, Query, Req, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { PersonsService } from '../push/persons.service.js';
import { RecommendationsService } from '../push/recommendations.service.js';
import { PushApplicantService } from './push-applicant.service.js';
import { readAnswers, readSubscription } from './push-bodies.js';
import { RateLimitGuard } from './rate-limit.guard.js';

/** What an applicant wants to be told and has told, and the policies that fit him. */
@Controller('hall/v1')
@UseGuards(RateLimitGuard)
export class HallSubscriptionsController {
  constructor(
    private readonly applicants: PushApplicantService,
    private readonly persons: PersonsService,
    private readonly recommendations: RecommendationsService,
  ) {}

  @Get('subscriptions')
  @Allow(Permission.HallPush)
  async subscriptions(@Ctx() ctx: RequestContext, @Req() request: Request) {
    const { applicant, bundle } = await this.applicants.withBundle(ctx, request);
    return this.recommendations.subscription(ctx, bundle, applicant);
  }

  /** Only what is named is changed. */
  @Put('subscriptions')
  @Allow(Permission.HallPush)
  async subscribe(@Ctx() ctx: RequestContext, @Req() request: Request, @Body() body: unknown) {
    const { applicant, bundle } = await this.applicants.withBundle(ctx, request);
    const change = readSubscription(body);
    return ctx.transaction(async (tx) => {
      await this.persons.subscribe(tx, bundle, applicant, change);
      return this.recommendations.subscription(tx, bundle, applicant);
    });
  }

  @Get('profile')
  @Allow(Permission.HallPush)
  async profile(@Ctx() ctx: RequestContext, @Req() request: Request) {
    const { applicant, bundle } = await this.applicants.withBundle(ctx, request);
    return { bundle: bundle.sha256, fields: await this.recommendations.profile(ctx, bundle, applicant) };
  }

  /** `answers` by field, null for what he would not tell; `forget` takes answers back. */
  @Put('profile')
  @Allow(Permission.HallPush)
  async answer(@Ctx() ctx: RequestContext, @Req() request: Request, @Body() body: unknown) {
    const { applicant, bundle } = await this.applicants.withBundle(ctx, request);
    const answers = readAnswers(body);
    return ctx.transaction(async (tx) => {
      await this.persons.answer(tx, bundle, applicant, answers);
      return { bundle: bundle.sha256, fields: await this.recommendations.profile(tx, bundle, applicant) };
    });
  }

  @Get('recommendations')
  @Allow(Permission.HallPush)
  async recommend(@Ctx() ctx: RequestContext, @Req() request: Request, @Query('all') all?: string) {
    const { applicant, bundle } = await this.applicants.withBundle(ctx, request);
    return { bundle: bundle.sha256, items: await this.recommendations.list(ctx, bundle, applicant, { all: all === '1' || all === 'true' }) };
  }
}
