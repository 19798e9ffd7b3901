import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { found } from '../../../platform/errors/domain-error.js';
import { OnOperation } from '../../../platform/jobs/on-operation.decorator.js';
import type { OperationRun } from '../../../platform/jobs/operation-run.js';
import { PersonalDataService } from '../personal-data.service.js';
import type { DataSubject } from '../privacy.types.js';
import { VaultService } from '../vault.service.js';
import { requestOwner, subjectPlace } from './demands.service.js';
import { PrivacyRequest, PrivacyRequestState, type RequestReport } from './privacy-request.entity.js';

/** Erases all of a person, kind by kind, each in one transaction; then looks again and reports what is left. */
@Injectable()
export class ErasePersonJob {
  constructor(
    private readonly data: PersonalDataService,
    private readonly vault: VaultService,
    private readonly audit: AuditService,
  ) {}

  @OnOperation('privacy.erase')
  async run({ ctx, payload, report }: OperationRun): Promise<RequestReport> {
    const request = found(await ctx.manager.findOneBy(PrivacyRequest, { id: payload['request'] as string }), 'request');
    if (request.subject === null) return request.report;
    const subject = await this.vault.open<DataSubject>(ctx, requestOwner(request.id), subjectPlace, { sealed: request.subject });
    const { sources } = this.data;
    for (const [index, source] of sources.entries()) {
      report(index / sources.length, 'erasing');
      await ctx.transaction(async (tx) => {
        const current = await tx.manager.findOneByOrFail(PrivacyRequest, { id: request.id });
        const ids = (await source.holdings(tx, subject)).filter((holding) => !holding.isErased).map((holding) => holding.id);
        const { erased, kept } = await source.erase(tx, ids);
        // Counted on: a run that was interrupted has erased a part already.
        const before = current.report;
        const reasons: Record<string, number> = {};
        for (const { reason } of kept) reasons[reason] = (reasons[reason] ?? 0) + 1;
        await this.note(tx, request.id, { ...before, erased: { ...before.erased, [source.kind]: (before.erased?.[source.kind] ?? 0) + erased.length }, kept: { ...before.kept, [source.kind]: reasons } });
      });
    }
    return ctx.transaction((tx) => this.finish(tx, request.id, subject));
  }

  private async finish(ctx: RequestContext, id: string, subject: DataSubject): Promise<RequestReport> {
    const remaining: Record<string, number> = {};
    for (const [source, holdings] of await this.data.holdings(ctx, subject)) remaining[source.kind] = holdings.filter((holding) => !holding.isErased).length;
    const { report } = await ctx.manager.findOneByOrFail(PrivacyRequest, { id });
    const done: RequestReport = { ...report, remaining };
    await ctx.manager.update(PrivacyRequest, id, { state: PrivacyRequestState.DONE, subject: null, finishedAt: new Date(), report: done as never });
    await this.vault.destroy(ctx, requestOwner(id).kind, [id]);
    await this.audit.append(ctx, { action: 'privacy.erased', target: { kind: 'privacy-request', key: id }, detail: { ...done } });
    return done;
  }

  private async note(ctx: RequestContext, id: string, report: RequestReport): Promise<void> {
    await ctx.manager.update(PrivacyRequest, id, { report: report as never });
  }
}
