import { divisionChildren, isDivisionCode } from '@banshi/values';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';

/** The list changes once a year. */
const maxAgeSeconds = 86_400;

/** Administrative divisions (GB/T 2260), so that a hall can offer them one level after the other. */
@Controller('hall/v1/divisions')
export class HallDivisionsController {
  @Get()
  @Allow(Permission.HallRead)
  list(@Query('under') under: unknown, @Res({ passthrough: true }) response: Response) {
    if (under !== undefined && (typeof under !== 'string' || !isDivisionCode(under))) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'under', params: { reason: 'GB/T 2260' } });
    response.setHeader('cache-control', `private, max-age=${maxAgeSeconds}`);
    const items = divisionChildren(under ?? null).map(({ code, name }) => ({ code, name, hasChildren: divisionChildren(code).length > 0 }));
    return { under: under ?? null, items };
  }
}
