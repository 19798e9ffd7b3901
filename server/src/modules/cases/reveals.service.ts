import { fieldTitle } from '@banshi/forms';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { PrivacyService } from '../privacy/privacy.service.js';
import { CaseAccessService } from './case-access.service.js';
import { CaseStore } from './case-store.js';
import { CaseTask } from './case-task.entity.js';
import { sensitiveSchema } from './case-vault.service.js';
import { casesErrors } from './cases.errors.js';
import type { CaseData } from './fill-step.js';
import type { ServiceCase } from './service-case.entity.js';
import { shortText } from './storable.js';

/** Personal data in clear, for whom a step of his shows it; each look is written down, what was seen is not. */
@Injectable()
export class RevealsService {
  constructor(
    private readonly access: CaseAccessService,
    private readonly store: CaseStore,
    private readonly privacy: PrivacyService,
    private readonly audit: AuditService,
  ) {}

  /** The values of sensitive fields that the actor may read. Throws REASON_REQUIRED, FORBIDDEN. */
  async reveal(ctx: RequestContext, row: ServiceCase, fields: readonly string[], reason: string): Promise<CaseData> {
    const why = shortText(reason, 'reason', 200);
    if (why === null) throw new DomainError(casesErrors.REASON_REQUIRED, { field: 'reason' });
    const definition = await this.store.definitionOf(ctx, row);
    const readable = await this.access.readableData(ctx, row, definition, await ctx.manager.findBy(CaseTask, { caseId: row.id }));
    const wanted = [...new Set(fields)];
    const refused = wanted.find((field) => !Object.hasOwn(readable, field) || sensitiveSchema(definition, field) === null);
    if (wanted.length === 0 || refused !== undefined) throw new DomainError(commonErrors.FORBIDDEN, { field: 'fields' });
    await this.audit.append(ctx, {
      action: 'cases.reveal-field',
      target: { kind: 'case', key: row.number },
      detail: { fields: wanted, titles: wanted.map((field) => titleOf(definition, field)), reason: this.privacy.scrub(why) },
    });
    return Object.fromEntries(wanted.map((field) => [field, readable[field]]));
  }
}

function titleOf(definition: Awaited<ReturnType<CaseStore['definitionOf']>>, field: string): string {
  const form = definition.steps.map((step) => definition.stepForm(step)?.form).find((one) => one !== undefined);
  return form ? fieldTitle(form, field) : field;
}
