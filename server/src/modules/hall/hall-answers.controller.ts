import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { nameBundle } from './bundle-answer.js';
import { hallErrors } from './hall.errors.js';
import { HallBundleService } from './hall-bundle.service.js';
import { readPolicyQuery } from './policy-query.js';
import { RateLimitGuard } from './rate-limit.guard.js';

/** UTF-16 units; a question is a sentence or two. */
const maxQuestion = 2_000;

/** Questions answered from guides, answered questions and policy documents, every sentence verbatim from its source. */
@Controller('hall/v1')
@UseGuards(RateLimitGuard)
export class HallAnswersController {
  constructor(
    private readonly bundles: HallBundleService,
    private readonly knowledge: KnowledgeService,
  ) {}

  @Post('answer')
  @HttpCode(200)
  @Allow(Permission.HallInterpret)
  async answer(@Ctx() ctx: RequestContext, @Req() request: Request, @Res({ passthrough: true }) response: Response, @Body() body: Record<string, unknown> | undefined) {
    const { question, on, region, service } = body ?? {};
    if (typeof question !== 'string' || question.trim() === '') throw new DomainError(hallErrors.TEXT_MISSING, { field: 'question' });
    if (question.length > maxQuestion) throw new DomainError(hallErrors.TEXT_TOO_LONG, { field: 'question', params: { limit: maxQuestion } });
    const place = readPolicyQuery({ on: on ?? undefined, region: region ?? undefined });
    const bundle = await this.bundles.current(ctx);
    if (service !== undefined && service !== null && (typeof service !== 'string' || !bundle.get('service', service))) throw new DomainError(hallErrors.SERVICE_NOT_FOUND, { field: 'service', params: { key: String(service).slice(0, 80) } });
    nameBundle(request, response, bundle);
    return { bundle: bundle.sha256, on: place.on, ...(await this.knowledge.answer(ctx, bundle, question, { on: place.on, region: place.region, service })) };
  }
}
