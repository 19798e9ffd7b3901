import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { ApiKeysService } from '../access/api-keys.service.js';
import { type Applicant, PersonsService } from '../push/persons.service.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { readApplicant } from './applicant-token.js';
import { hallActor, HallBundleService } from './hall-bundle.service.js';

/** The person whom the hall has signed in, and the bundle that he is shown. */
@Injectable()
export class PushApplicantService {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly bundles: HallBundleService,
    private readonly persons: PersonsService,
  ) {}

  async get(ctx: RequestContext, request: Request): Promise<Applicant> {
    const { id, realm } = hallActor(ctx);
    const applicant = await readApplicant(request, await this.keys.applicantSecret(ctx, id));
    return { realm, id: applicant.id };
  }

  async withBundle(ctx: RequestContext, request: Request): Promise<{ applicant: Applicant; bundle: LoadedBundle }> {
    return { applicant: await this.get(ctx, request), bundle: await this.bundles.current(ctx) };
  }

  /** Remembers that the signed-in person has read a policy, where the hall says who he is and its key may push. */
  async noteReading(ctx: RequestContext, request: Request, policy: string): Promise<void> {
    if (request.headers['x-banshi-applicant'] === undefined || !can(ctx.actor, Permission.HallPush)) return;
    await this.persons.noteReading(ctx, await this.get(ctx, request), policy);
  }
}
