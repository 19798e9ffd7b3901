import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ApiKeysService } from '../access/api-keys.service.js';
import { type Applicant, readApplicant } from './applicant-token.js';
import { hallErrors } from './hall.errors.js';
import { hallActor } from './hall-bundle.service.js';

/** Who the hall says is asking; read once a request. */
@Injectable()
export class ApplicantReaderService {
  private readonly known = new WeakMap<Request, Promise<Applicant | null>>();

  constructor(private readonly keys: ApiKeysService) {}

  /** Null where the hall has signed nobody in. Throws APPLICANT_TOKEN_INVALID. */
  find(ctx: RequestContext, request: Request): Promise<Applicant | null> {
    let applicant = this.known.get(request);
    if (!applicant) this.known.set(request, (applicant = this.read(ctx, request)));
    return applicant;
  }

  /** Throws APPLICANT_TOKEN_MISSING too. */
  async get(ctx: RequestContext, request: Request): Promise<Applicant> {
    const applicant = await this.find(ctx, request);
    if (applicant === null) throw new DomainError(hallErrors.APPLICANT_TOKEN_MISSING);
    return applicant;
  }

  private async read(ctx: RequestContext, request: Request): Promise<Applicant | null> {
    if (!request.headers['x-banshi-applicant']) return null;
    return readApplicant(request, await this.keys.applicantSecret(ctx, hallActor(ctx).id));
  }
}
