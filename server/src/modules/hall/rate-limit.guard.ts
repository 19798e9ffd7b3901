import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { carrierOf } from '../../platform/actor/execution.js';
import { ApplicantReaderService } from './applicant-reader.service.js';
import { hallActor } from './hall-bundle.service.js';
import { RateLimitsService } from './rate-limits.service.js';

/** Counts what a hall sends, by its key and by the citizen on whose behalf: signed in, or by his conversation. Reads are cheap and free. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly limits: RateLimitsService,
    private readonly applicants: ApplicantReaderService,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    if (request.method !== 'POST') return true;
    const ctx = carrierOf(execution).banshi;
    const { id, realm } = hallActor(ctx);
    const applicant = await this.applicants.find(ctx, request);
    const session = request.params['id'];
    const citizen = applicant ? `citizen:${digest(`${realm}\n${applicant.id}`)}` : typeof session === 'string' ? `session:${session.slice(0, 40)}` : null;
    await this.limits.take(ctx, id, citizen);
    return true;
  }
}

/** Who asked how often is nobody's business to read. */
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
