import { Controller, Get } from '@nestjs/common';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { openApi } from './openapi.js';

@Controller('hall/v1/openapi.json')
export class OpenApiController {
  @Get()
  @Allow(Permission.Public)
  document() {
    return openApi;
  }
}
