import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { ImportProblemsService } from './import/import-problems.service.js';
import { ServiceFilter } from './service-row.model.js';
import { ServicesService } from './services.service.js';

@Controller('api')
export class CatalogFilesController {
  constructor(
    private readonly services: ServicesService,
    private readonly problems: ImportProblemsService,
    private readonly audit: AuditService,
  ) {}

  /** Services that the filter lets through (q, type, department, audience, theme, online, status, ids, keys), as a file that the import reads. */
  @Get('services.csv')
  @Allow(Permission.ConfigRead)
  async exportServices(@Ctx() ctx: RequestContext, @Req() request: Request, @Res() response: Response): Promise<void> {
    const filter = filterOf(request.query as Record<string, unknown>);
    await this.audit.append(ctx, { action: 'catalog.export', target: { kind: 'service', key: '*' }, detail: { filter: { ...filter } } });
    await sendCsv(response, 'services.csv', this.services.csv(ctx, filter));
  }

  @Get('imports/:operation/problems.csv')
  @Allow(Permission.ConfigWrite, Permission.OperationsRead)
  async exportProblems(@Ctx() ctx: RequestContext, @Param('operation', ParseUUIDPipe) operation: string, @Res() response: Response): Promise<void> {
    await this.problems.check(ctx, operation);
    await sendCsv(response, 'problems.csv', this.problems.csv(ctx, operation));
  }
}

async function sendCsv(response: Response, name: string, lines: AsyncGenerator<string>): Promise<void> {
  response.setHeader('content-type', 'text/csv; charset=utf-8');
  response.setHeader('content-disposition', `attachment; filename="${name}"`);
  response.setHeader('cache-control', 'no-store');
  await pipeline(Readable.from(lines), response);
}

const several = (value: unknown) => (value === undefined ? undefined : (Array.isArray(value) ? value : String(value).split(',')));

function filterOf(query: Record<string, unknown>): ServiceFilter {
  const { online, ids, keys, ...rest } = query;
  const filter = plainToInstance(ServiceFilter, { ...rest, ids: several(ids), keys: several(keys), online: online === undefined ? undefined : online === 'true' });
  const [error] = validateSync(filter);
  if (error) throw new DomainError(commonErrors.INVALID_INPUT, { field: error.property, params: { reason: Object.values(error.constraints ?? {})[0] ?? error.property } });
  return filter;
}
