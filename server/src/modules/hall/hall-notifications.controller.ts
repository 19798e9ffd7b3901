import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { NotifyService } from '../notify/notify.service.js';
import type { Applicant } from '../push/persons.service.js';
import { PersonsService } from '../push/persons.service.js';
import { RecommendationsService } from '../push/recommendations.service.js';
import { hallErrors } from './hall.errors.js';
import { PushApplicantService } from './push-applicant.service.js';
import { RateLimitGuard } from './rate-limit.guard.js';

const pageSize = 20;
const maxSize = 100;
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What the applicant was told. */
@Controller('hall/v1/notifications')
@UseGuards(RateLimitGuard)
export class HallNotificationsController {
  constructor(
    private readonly applicants: PushApplicantService,
    private readonly notify: NotifyService,
    private readonly persons: PersonsService,
    private readonly recommendations: RecommendationsService,
  ) {}

  @Get()
  @Allow(Permission.HallPush)
  async list(@Ctx() ctx: RequestContext, @Req() request: Request, @Query() query: { page?: string; size?: string }) {
    const applicant = await this.applicants.get(ctx, request);
    const [page, size] = [count(query.page, 1, 'page', 1_000_000), count(query.size, pageSize, 'size', maxSize)];
    const { items, totalItems, unread } = await this.notify.listFor(ctx, applicant, { skip: (page - 1) * size, take: size });
    return { items: items.map((one) => ({ ...shown(one), ...this.recommendations.wordsOf(ctx, one) })), total: totalItems, unread, page, size };
  }

  /** All, or those with the ids. */
  @Post('read')
  @HttpCode(200)
  @Allow(Permission.HallPush)
  async readAll(@Ctx() ctx: RequestContext, @Req() request: Request, @Body() body: { ids?: unknown } | undefined) {
    const applicant = await this.applicants.get(ctx, request);
    const ids = body?.ids ?? null;
    if (ids !== null && (!Array.isArray(ids) || ids.length > maxSize || !ids.every((id) => typeof id === 'string' && uuid.test(id)))) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'ids', params: { reason: `ids ≤ ${maxSize}` } });
    await this.notify.markRead(ctx, applicant, ids as string[] | null);
    return { unread: await this.notify.unread(ctx, applicant) };
  }

  @Post(':id/read')
  @HttpCode(200)
  @Allow(Permission.HallPush)
  async read(@Ctx() ctx: RequestContext, @Req() request: Request, @Param('id') id: string) {
    const applicant = await this.applicants.get(ctx, request);
    const notification = await this.find(ctx, applicant, id);
    return ctx.transaction(async (tx) => {
      await this.notify.markRead(tx, applicant, [id]);
      const { policy } = notification.facts;
      if (typeof policy === 'string') await this.persons.noteReading(tx, applicant, policy);
      return { unread: await this.notify.unread(tx, applicant) };
    });
  }

  /** 为什么推给我: the conditions with what is known now, interests and history, and what would make it certain. */
  @Get(':id/why')
  @Allow(Permission.HallPush)
  async why(@Ctx() ctx: RequestContext, @Req() request: Request, @Param('id') id: string) {
    const { applicant, bundle } = await this.applicants.withBundle(ctx, request);
    const { policy } = (await this.find(ctx, applicant, id)).facts;
    const explained = typeof policy === 'string' ? await this.recommendations.one(ctx, bundle, applicant, policy) : null;
    if (!explained) throw new DomainError(hallErrors.POLICY_NOT_FOUND, { params: { key: String(policy ?? '') } });
    return { bundle: bundle.sha256, ...explained };
  }

  private async find(ctx: RequestContext, applicant: Applicant, id: string) {
    const notification = uuid.test(id) ? await this.notify.find(ctx, applicant, id) : null;
    if (!notification) throw new DomainError(hallErrors.NOTIFICATION_NOT_FOUND, { field: 'id' });
    return notification;
  }
}

function count(text: string | undefined, fallback: number, field: string, max: number): number {
  const n = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(n) || n < 1 || n > max) throw new DomainError(commonErrors.INVALID_INPUT, { field, params: { reason: `1 ≤ ${field} ≤ ${max}` } });
  return n;
}

function shown({ id, topic, title, body, link, facts, createdAt, readAt }: Awaited<ReturnType<NotifyService['listFor']>>['items'][number]) {
  return { id, topic, title, body, link, policy: typeof facts['policy'] === 'string' ? facts['policy'] : null, createdAt, readAt };
}
