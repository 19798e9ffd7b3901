import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { register } from 'prom-client';
import { DataSource } from 'typeorm';
import { Allow } from '../actor/allow.decorator.js';
import { Permission } from '../actor/permission.js';
import { Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(
    private readonly database: DataSource,
    private readonly readiness: Readiness,
  ) {}

  /** The process answers. */
  @Get('healthz')
  @Allow(Permission.Public)
  healthz() {
    return { status: 'ok' };
  }

  /** The product can be used: started, not draining, the database answers. */
  @Get('readyz')
  @Allow(Permission.Public)
  async readyz(@Res({ passthrough: true }) response: Response) {
    const database = await this.database.query('SELECT 1').then(
      () => 'ok',
      () => 'unreachable',
    );
    const isReady = this.readiness.isReady && database === 'ok';
    response.status(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'not-ready', database };
  }

  @Get('metrics')
  @Allow(Permission.Public)
  @Header('content-type', register.contentType)
  metrics() {
    return register.metrics();
  }
}
