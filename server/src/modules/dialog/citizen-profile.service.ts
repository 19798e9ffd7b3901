import { slotReferences } from '@banshi/forms';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { ApplicantCasesService } from '../cases/applicant-cases.service.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import type { Caller } from './dialog.types.js';

/** Older answers are likely to be out of date. */
const casesRead = 5;

/** What the hall knows of a citizen already: what he has told it in his own applications. */
@Injectable()
export class CitizenProfileService {
  constructor(private readonly cases: ApplicantCasesService) {}

  /** Values by slot, the newest first choice. A slot that one form has in two fields says nothing of the citizen: it may be another person's. */
  async of(ctx: RequestContext, bundle: LoadedBundle, { applicant, realm }: Caller): Promise<Record<string, unknown>> {
    if (applicant === null || !can(ctx.actor, Permission.HallCases)) return {};
    const { items } = await this.cases.listForApplicant(ctx, applicant.id, realm, { skip: 0, take: casesRead });
    const known: Record<string, unknown> = {};
    for (const { service, data } of items) {
      const form = bundle.get('service', service)?.form;
      const body = form ? bundle.get('form', form) : null;
      const bindings = body ? slotReferences(body).filter(({ field }) => field !== '') : [];
      for (const { field, key } of bindings) {
        const isOnly = bindings.filter((other) => other.key === key).length === 1;
        if (isOnly && data[field] !== undefined && !Object.hasOwn(known, key)) known[key] = data[field];
      }
    }
    return known;
  }
}
