import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { UploadsService } from '../../platform/blobs/uploads.service.js';
import { ApplicantCasesService } from '../cases/applicant-cases.service.js';
import { SubmissionsService } from '../cases/submissions.service.js';
import { ApplicantReaderService } from './applicant-reader.service.js';
import { hallErrors } from './hall.errors.js';
import { hallActor, HallBundleService } from './hall-bundle.service.js';
import { RateLimitGuard } from './rate-limit.guard.js';

const maxAttachmentBytes = 20 * 1_048_576;
const pageSize = 50;

/** Cases of the applicant whom the hall has signed in. */
@Controller('hall/v1')
@UseGuards(RateLimitGuard)
export class HallCasesController {
  constructor(
    private readonly bundles: HallBundleService,
    private readonly submissions: SubmissionsService,
    private readonly cases: ApplicantCasesService,
    private readonly applicants: ApplicantReaderService,
    private readonly uploads: UploadsService,
  ) {}

  @Post('cases')
  @HttpCode(201)
  @Allow(Permission.HallCases)
  async submit(@Ctx() ctx: RequestContext, @Req() request: Request, @Body() body: { service?: unknown; data?: unknown } | undefined, @Headers('idempotency-key') idempotencyKey?: string) {
    const applicant = await this.applicants.get(ctx, request);
    if (typeof body?.service !== 'string') throw new DomainError(commonErrors.INVALID_INPUT, { field: 'service', params: { reason: 'service' } });
    if (typeof body.data !== 'object' || body.data === null) throw new DomainError(hallErrors.DATA_MISSING, { field: 'data' });
    const bundle = await this.bundles.current(ctx);
    const { number } = await this.submissions.submit(ctx, { bundle: bundle.sha256, service: body.service, data: body.data, applicant, idempotencyKey: idempotencyKey ?? null });
    return this.find(ctx, applicant.id, number);
  }

  @Get('cases')
  @Allow(Permission.HallCases)
  async list(@Ctx() ctx: RequestContext, @Req() request: Request, @Query('page') page?: string) {
    const applicant = await this.applicants.get(ctx, request);
    const n = Number(page ?? 1);
    if (!Number.isInteger(n) || n < 1) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'page', params: { reason: 'page ≥ 1' } });
    const { items, totalItems } = await this.cases.listForApplicant(ctx, applicant.id, hallActor(ctx).realm, { skip: (n - 1) * pageSize, take: pageSize });
    return { items, total: totalItems, page: n };
  }

  @Get('cases/:number')
  @Allow(Permission.HallCases)
  async one(@Ctx() ctx: RequestContext, @Req() request: Request, @Param('number') number: string) {
    return this.find(ctx, (await this.applicants.get(ctx, request)).id, number);
  }

  /** A file for an attachment field; it belongs to a case once one is submitted with it. */
  @Post('attachments')
  @HttpCode(201)
  @Allow(Permission.HallCases)
  async attach(@Ctx() ctx: RequestContext, @Req() request: Request) {
    await this.applicants.get(ctx, request);
    const { sha256, name, size, mediaType } = await this.uploads.receive(ctx, request, maxAttachmentBytes, { isPersonal: true });
    return { blob: sha256, name, size: Number(size), mediaType };
  }

  private async find(ctx: RequestContext, applicantId: string, number: string) {
    const found = await this.cases.findForApplicant(ctx, applicantId, hallActor(ctx).realm, number);
    if (!found) throw new DomainError(hallErrors.CASE_NOT_FOUND, { field: 'number', params: { number: number.slice(0, 40) } });
    return found;
  }
}
