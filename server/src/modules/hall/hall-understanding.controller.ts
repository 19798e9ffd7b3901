import { redact } from '@banshi/forms';
import { Body, Controller, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { PrefillService } from '../dialog/prefill.service.js';
import { nameBundle } from './bundle-answer.js';
import { hallErrors } from './hall.errors.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import { HallBundleService } from './hall-bundle.service.js';
import { UnderstandingService } from './understanding.service.js';

/** Utterances understood, forms filled from them and checked, by what the channel shows. */
@Controller('hall/v1')
@UseGuards(RateLimitGuard)
export class HallUnderstandingController {
  constructor(
    private readonly bundles: HallBundleService,
    private readonly understanding: UnderstandingService,
    private readonly prefills: PrefillService,
  ) {}

  @Post('interpret')
  @HttpCode(200)
  @Allow(Permission.HallInterpret)
  async interpret(@Ctx() ctx: RequestContext, @Req() request: Request, @Res({ passthrough: true }) response: Response, @Body() body: { text?: unknown } | undefined) {
    const bundle = await this.bundles.current(ctx);
    nameBundle(request, response, bundle);
    return { bundle: bundle.sha256, ...(await this.understanding.interpret(ctx, bundle, body?.text)) };
  }

  @Post('services/:key/prefill')
  @HttpCode(200)
  @Allow(Permission.HallInterpret)
  async prefill(@Ctx() ctx: RequestContext, @Req() request: Request, @Res({ passthrough: true }) response: Response, @Param('key') key: string, @Body() body: { text?: unknown } | undefined) {
    const bundle = await this.bundles.current(ctx);
    nameBundle(request, response, bundle);
    return { bundle: bundle.sha256, ...(await this.understanding.prefill(ctx, bundle, key, body?.text)) };
  }

  /** As a conversation would fill it, whatever service the text asks for. */
  @Post('prefill')
  @HttpCode(200)
  @Allow(Permission.HallInterpret)
  async prefillAny(@Ctx() ctx: RequestContext, @Req() request: Request, @Res({ passthrough: true }) response: Response, @Body() body: { text?: unknown; service?: unknown } | undefined) {
    const service = body?.service ?? null;
    if (service !== null && typeof service !== 'string') throw new DomainError(commonErrors.INVALID_INPUT, { field: 'service', params: { reason: 'service' } });
    const bundle = await this.bundles.current(ctx);
    nameBundle(request, response, bundle);
    return { bundle: bundle.sha256, ...(await this.prefills.prefill(ctx, bundle, body?.text, service)) };
  }

  @Post('services/:key/validate')
  @HttpCode(200)
  @Allow(Permission.HallRead)
  async validate(@Ctx() ctx: RequestContext, @Req() request: Request, @Res({ passthrough: true }) response: Response, @Param('key') key: string, @Body() body: { data?: unknown } | undefined) {
    const bundle = await this.bundles.current(ctx);
    const service = bundle.get('service', key);
    const validator = service?.form ? bundle.validator(service.form) : null;
    if (!service || !validator) throw new DomainError(hallErrors.FORM_NOT_FOUND, { field: 'key', params: { key: key.slice(0, 80) } });
    if (typeof body?.data !== 'object' || body.data === null || Array.isArray(body.data)) throw new DomainError(hallErrors.DATA_MISSING, { field: 'data' });
    nameBundle(request, response, bundle);
    const step = bundle.startAccess(service.workflow);
    const errors = validator.validate(redact(body.data as Record<string, unknown>, step), { language: ctx.language, step });
    return { bundle: bundle.sha256, valid: errors.length === 0, errors };
  }
}
