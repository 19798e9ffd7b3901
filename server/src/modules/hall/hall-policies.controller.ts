import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
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
import { citationOf, interpretationPage, policyCard, policyPage } from './policy-pages.js';
import { readPolicyQuery } from './policy-query.js';
import { PushApplicantService } from './push-applicant.service.js';

/** Published policy documents: a list, one with its clauses, and clauses that answer words or a citation. Everything is as of a day. */
@Controller('hall/v1/policies')
export class HallPoliciesController {
  constructor(
    private readonly bundles: HallBundleService,
    private readonly knowledge: KnowledgeService,
    private readonly applicants: PushApplicantService,
  ) {}

  @Get()
  @Allow(Permission.HallRead)
  async list(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response, @Query() raw: Record<string, unknown>): Promise<void> {
    const query = readPolicyQuery(raw);
    const bundle = await this.bundles.current(ctx);
    // States change with the day, so the day is part of what the caller may keep.
    if (nameBundle(request, response, bundle, query.on)) return void response.status(304).end();
    const cards = (await this.knowledge.libraryOf(bundle)).policies.map((policy) => policyCard(policy, query.on)).filter((card) => query.passes(card));
    response.json({ bundle: bundle.sha256, on: query.on, items: cards.slice((query.page - 1) * query.size, query.page * query.size), total: cards.length, page: query.page, size: query.size });
  }

  @Get('search')
  @Allow(Permission.HallRead)
  async search(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response, @Query() raw: Record<string, unknown>): Promise<void> {
    const query = readPolicyQuery(raw);
    if (!query.q?.trim()) throw new DomainError(hallErrors.QUESTION_MISSING, { field: 'q' });
    const bundle = await this.bundles.current(ctx);
    if (nameBundle(request, response, bundle, query.on)) return void response.status(304).end();
    const found = await this.knowledge.search(bundle, query.q, { on: query.on, region: query.region, anyState: query.validity === 'any' }, query.size);
    response.json({ bundle: bundle.sha256, on: query.on, items: found.map((one) => citationOf(one)) });
  }

  @Get(':key')
  @Allow(Permission.HallRead)
  async one(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response, @Param('key') key: string, @Query() raw: Record<string, unknown>): Promise<void> {
    const { on } = readPolicyQuery(raw);
    const bundle = await this.bundles.current(ctx);
    const policy = (await this.knowledge.libraryOf(bundle)).get(key);
    if (!policy) throw new DomainError(hallErrors.POLICY_NOT_FOUND, { field: 'key', params: { key: key.slice(0, 80) } });
    await this.applicants.noteReading(ctx, request, key);
    if (nameBundle(request, response, bundle, on)) return void response.status(304).end();
    response.json({ bundle: bundle.sha256, on, ...policyPage(policy, on) });
  }

  @Get(':key/interpretation')
  @Allow(Permission.HallRead)
  async interpretation(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response, @Param('key') key: string, @Query() raw: Record<string, unknown>): Promise<void> {
    const { on } = readPolicyQuery(raw);
    const bundle = await this.bundles.current(ctx);
    const policy = (await this.knowledge.libraryOf(bundle)).get(key);
    const interpretation = policy && (await this.knowledge.interpretation(bundle, key));
    if (!policy || !interpretation) throw new DomainError(hallErrors.POLICY_NOT_FOUND, { field: 'key', params: { key: key.slice(0, 80) } });
    if (nameBundle(request, response, bundle, on)) return void response.status(304).end();
    response.json({ bundle: bundle.sha256, on, ...policyCard(policy, on), ...interpretationPage(interpretation, policy.body.text) });
  }
}
