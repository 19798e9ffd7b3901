import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { AttachmentsService } from './attachments.service.js';
import { CaseAccessService } from './case-access.service.js';
import { CaseIncident } from './case-incident.entity.js';
import { CaseRunner } from './case-runner.js';
import { CaseStore } from './case-store.js';
import { CaseTask } from './case-task.entity.js';
import { doerOf } from './case.types.js';
import { casesErrors } from './cases.errors.js';
import { mendData } from './mend-data.js';
import { ServiceCase } from './service-case.entity.js';
import { shortText } from './storable.js';

/** Cases as a whole: looked up, cancelled, and set going again after an incident. */
@Injectable()
export class CasesService {
  constructor(
    private readonly store: CaseStore,
    private readonly runner: CaseRunner,
    private readonly access: CaseAccessService,
    private readonly attachments: AttachmentsService,
    private readonly audit: AuditService,
  ) {}

  /** The case, if the actor may see it. */
  async find(ctx: RequestContext, id: string): Promise<ServiceCase | null> {
    const row = isUUID(id) ? await ctx.manager.findOneBy(ServiceCase, { id }) : null;
    return row && (await this.access.maySee(ctx, row, await ctx.manager.findBy(CaseTask, { caseId: row.id }))) ? row : null;
  }

  /** The task, if the actor may see its case. */
  async findTask(ctx: RequestContext, id: string): Promise<CaseTask | null> {
    const task = isUUID(id) ? await ctx.manager.findOneBy(CaseTask, { id }) : null;
    return task && (await this.find(ctx, task.caseId)) ? task : null;
  }

  /** Ends the case as withdrawn. */
  cancelCase(ctx: RequestContext, id: string, reason: string): Promise<ServiceCase> {
    return ctx.transaction(async (tx) => {
      const row = found(await this.find(tx, id), 'case');
      this.access.demandManage(tx, row);
      const comment = shortText(reason, 'reason');
      if (comment === null) throw new DomainError(casesErrors.REASON_REQUIRED, { field: 'reason' });
      await this.runner.carryOut(tx, await this.store.lock(tx, id), { type: 'cancel', reason: comment }, doerOf(tx.actor), { comment });
      await this.audit.append(tx, { action: 'cases.cancel', target: { kind: 'case', key: row.number } });
      return tx.manager.findOneByOrFail(ServiceCase, { id });
    });
  }

  /** Tries again where the case stopped, after mending the given fields of its forms, whatever step they belong to. */
  retryIncident(ctx: RequestContext, incidentId: string, mended?: unknown, reason?: string | null): Promise<ServiceCase> {
    return ctx.transaction(async (tx) => {
      const incident = found(isUUID(incidentId) ? await tx.manager.findOneBy(CaseIncident, { id: incidentId }) : null, 'incident');
      const row = found(await this.find(tx, incident.caseId), 'incident');
      this.access.demandManage(tx, row);
      const locked = await this.store.lock(tx, row.id);
      const filled = mendData(locked.definition, locked.row.data, mended ?? {}, tx.language);
      await this.attachments.check(tx, locked.row.data, filled, 'data');
      const { data, changed: fields } = filled;
      const comment = shortText(reason, 'reason');
      await this.runner.carryOut(tx, locked, { type: 'retry-incident', incidentId }, doerOf(tx.actor), { data, fields, comment });
      await this.audit.append(tx, { action: 'cases.retry-incident', target: { kind: 'case', key: row.number }, detail: { code: incident.code, element: incident.element, fields } });
      return tx.manager.findOneByOrFail(ServiceCase, { id: row.id });
    });
  }
}
