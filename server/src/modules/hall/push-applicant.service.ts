import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { ApiKeysService } from '../access/api-keys.service.js';
import type { Applicant } from '../push/persons.service.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { readApplicant } from './applicant-token.js';
import { hallActor, HallBundleService } from './hall-bundle.service.js';

/** The person whom the hall has signed in, and the bundle that he is shown. */
@Injectable()
export class PushApplicantService {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly bundles: HallBundleService,
  ) {}

  async get(ctx: RequestContext, request: Request): Promise<Applicant> {
    const { id, realm } = hallActor(ctx);
    const applicant = await readApplicant(request, await this.keys.applicantSecret(ctx, id));
    return { realm, id: applicant.id };
  }

  async withBundle(ctx: RequestContext, request: Request): Promise<{ applicant: Applicant; bundle: LoadedBundle }> {
    return { applicant: await this.get(ctx, request), bundle: await this.bundles.current(ctx) };
  }
}
