import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError, found } from '../../platform/errors/domain-error.js';
import { SettingsService } from '../../platform/settings/settings.service.js';
import { type PublishOutcome, type PublishOrder, PublishingService } from './publishing.service.js';
import { releaseErrors } from './release.errors.js';
import { ReleaseRequest, RequestState } from './release-request.entity.js';

/** Who asks and who publishes. With two-person release on, these are two. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly publishing: PublishingService,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
  ) {}

  /** Whether a release to the channel needs a second person. */
  async needsSecondPerson(ctx: RequestContext, channel: string): Promise<boolean> {
    return channel === 'hall' && (await this.settings.get(ctx)).isTwoPersonRelease;
  }

  async open(ctx: RequestContext, order: PublishOrder): Promise<ReleaseRequest> {
    if (order.movedDraft) throw new DomainError(releaseErrors.DRAFT_MOVED, { field: 'input.items', params: { title: order.movedDraft } });
    if (!order.note.trim()) throw new DomainError(releaseErrors.NOTE_NEEDED, { field: 'input.note' });
    const id = randomUUID();
    await ctx.manager.insert(ReleaseRequest, {
      id,
      channel: order.channel,
      baseRev: order.baseRev,
      items: order.items,
      note: order.note,
      reason: order.reason,
      requestedBy: ctx.actor.id ?? '',
      requestedByName: ctx.actor.name,
    });
    await this.audit.append(ctx, { action: 'release.request', target: { kind: 'release-request', key: id }, detail: { channel: order.channel, items: order.items.length, note: order.note } });
    return this.get(ctx, id);
  }

  async get(ctx: RequestContext, id: string): Promise<ReleaseRequest> {
    return found(await ctx.manager.findOneBy(ReleaseRequest, { id }), 'release request');
  }

  /** Publishes what was asked for, exactly as it was asked for. A blocked or conflicting release leaves the request open. */
  async approve(ctx: RequestContext, id: string): Promise<PublishOutcome> {
    const request = await this.lockOpen(ctx, id);
    if (request.requestedBy === ctx.actor.id && (await this.needsSecondPerson(ctx, request.channel))) throw new DomainError(releaseErrors.SAME_PERSON);
    const outcome = await this.publishing.publish(ctx, { ...request, requestedByName: request.requestedByName });
    if (outcome.type === 'published') await this.decide(ctx, request, RequestState.PUBLISHED, { bundle: outcome.bundle.sha256 });
    return outcome;
  }

  async reject(ctx: RequestContext, id: string, reason: string): Promise<ReleaseRequest> {
    return this.decide(ctx, await this.lockOpen(ctx, id), RequestState.REJECTED, { decisionReason: reason });
  }

  async withdraw(ctx: RequestContext, id: string): Promise<ReleaseRequest> {
    const request = await this.lockOpen(ctx, id);
    if (request.requestedBy !== ctx.actor.id) throw new DomainError(commonErrors.FORBIDDEN);
    return this.decide(ctx, request, RequestState.WITHDRAWN, {});
  }

  private async lockOpen(ctx: RequestContext, id: string): Promise<ReleaseRequest> {
    const request = found(await ctx.manager.findOne(ReleaseRequest, { where: { id }, lock: { mode: 'pessimistic_write' } }), 'release request');
    if (request.state !== RequestState.OPEN) throw new DomainError(releaseErrors.REQUEST_DECIDED);
    return request;
  }

  private async decide(ctx: RequestContext, request: ReleaseRequest, state: RequestState, facts: { bundle?: string; decisionReason?: string }): Promise<ReleaseRequest> {
    await ctx.manager.update(ReleaseRequest, request.id, { state, decidedBy: ctx.actor.id, decidedByName: ctx.actor.name, decidedAt: new Date(), ...facts });
    await this.audit.append(ctx, { action: `release.request-${state.toLowerCase()}`, target: { kind: 'release-request', key: request.id }, detail: { ...facts } });
    return this.get(ctx, request.id);
  }
}
