import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { answerFromBundle } from './bundle-answer.js';
import { hallErrors } from './hall.errors.js';
import { HallBundleService } from './hall-bundle.service.js';
import { HallPagesService } from './hall-pages.service.js';

const defaultSize = 20;
const maxSize = 100;

/** Published services, guides, forms and dictionaries. */
@Controller('hall/v1')
export class HallCatalogController {
  constructor(
    private readonly bundles: HallBundleService,
    private readonly pages: HallPagesService,
  ) {}

  @Get('bundle')
  @Allow(Permission.HallRead)
  async bundle(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response): Promise<void> {
    const bundle = await this.bundles.current(ctx);
    answerFromBundle(request, response, bundle, () => ({ bundle: bundle.sha256, n: bundle.n, services: bundle.keys('service').length }));
  }

  @Get('services')
  @Allow(Permission.HallRead)
  async services(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response, @Query() query: Record<string, unknown>): Promise<void> {
    const filter = readFilter(query);
    const bundle = await this.bundles.current(ctx);
    const pages = await this.pages.of(ctx, bundle);
    answerFromBundle(request, response, bundle, () => ({ bundle: bundle.sha256, ...pages.services(filter), page: filter.page, size: filter.size }));
  }

  @Get('services/:key')
  @Allow(Permission.HallRead)
  async service(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response, @Param('key') key: string): Promise<void> {
    const bundle = await this.bundles.current(ctx);
    const service = (await this.pages.of(ctx, bundle)).service(key);
    if (!service) throw new DomainError(hallErrors.SERVICE_NOT_FOUND, { field: 'key', params: { key: key.slice(0, 80) } });
    answerFromBundle(request, response, bundle, () => ({ bundle: bundle.sha256, ...service }));
  }

  @Get('services/:key/form')
  @Allow(Permission.HallRead)
  async form(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response, @Param('key') key: string): Promise<void> {
    const bundle = await this.bundles.current(ctx);
    const form = (await this.pages.of(ctx, bundle)).form(key);
    if (!form) throw new DomainError(hallErrors.FORM_NOT_FOUND, { field: 'key', params: { key: key.slice(0, 80) } });
    answerFromBundle(request, response, bundle, () => ({ bundle: bundle.sha256, ...form }));
  }

  @Get('dictionaries/:key')
  @Allow(Permission.HallRead)
  async dictionary(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response, @Param('key') key: string): Promise<void> {
    const bundle = await this.bundles.current(ctx);
    const dictionary = bundle.get('dictionary', key);
    if (!dictionary) throw new DomainError(hallErrors.DICTIONARY_NOT_FOUND, { field: 'key', params: { key: key.slice(0, 80) } });
    answerFromBundle(request, response, bundle, () => ({ bundle: bundle.sha256, key, title: dictionary.title, entries: dictionary.entries.filter((entry) => !entry.disabled) }));
  }
}

function readFilter(query: Record<string, unknown>) {
  const text = (name: string) => {
    const value = query[name];
    if (value !== undefined && typeof value !== 'string') throw new DomainError(commonErrors.INVALID_INPUT, { field: name, params: { reason: name } });
    return value?.slice(0, 200);
  };
  const number = (name: string, fallback: number, max: number) => {
    const value = Number(text(name) ?? fallback);
    if (!Number.isInteger(value) || value < 1 || value > max) throw new DomainError(commonErrors.INVALID_INPUT, { field: name, params: { reason: `1 ≤ ${name} ≤ ${max}` } });
    return value;
  };
  return { q: text('q'), department: text('department'), audience: text('audience'), theme: text('theme'), page: number('page', 1, 100_000), size: number('size', defaultSize, maxSize) };
}
