import { randomUUID } from 'node:crypto';
import { stateOn } from '@banshi/policies';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { OperationsService } from '../../platform/jobs/operations.service.js';
import { type List, page, type PageArgs, SortOrder } from '../../platform/lists/list.js';
import { BundlesService, type LoadedBundle } from '../release/bundles.service.js';
import { PersonsService } from './persons.service.js';
import { pushErrors } from './push.errors.js';
import { PushCampaign } from './push-campaign.entity.js';
import { PushRecipient } from './push-recipient.entity.js';
import { CampaignReach, CampaignState, RecipientState } from './push.types.js';
import { today } from './recommendations.service.js';

export const assessKind = 'push.assess';
export const sendKind = 'push.send';

export interface CampaignFilter {
  states?: CampaignState[] | null;
  policy?: string | null;
  ids?: string[] | null;
}

export interface RecipientFilter {
  verdict?: string | null;
  state?: RecipientState | null;
  condition?: string | null;
  ids?: string[] | null;
}

const sortable = { createdAt: 'campaign.createdAt', sentAt: 'campaign.sentAt', policyTitle: 'campaign.policyTitle', state: 'campaign.state' };
const recipientSortable = { label: 'recipient.label', verdict: 'recipient.verdict', state: 'recipient.state', id: 'recipient.id' };
const busy = [CampaignState.ASSESSING, CampaignState.SENDING];

/** The life of a campaign. The work itself is done by operations. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly bundles: BundlesService,
    private readonly operations: OperationsService,
    private readonly audit: AuditService,
    private readonly persons: PersonsService,
  ) {}

  async get(ctx: RequestContext, id: string): Promise<PushCampaign> {
    return found(await ctx.manager.findOneBy(PushCampaign, { id }), 'campaign');
  }

  async list(ctx: RequestContext, args: PageArgs, filter: CampaignFilter): Promise<List<PushCampaign>> {
    const query = ctx.manager.createQueryBuilder(PushCampaign, 'campaign').where('campaign.realm = ANY(:realms)', { realms: ['hall', previewRealm(ctx)] });
    if (filter.states?.length) query.andWhere('campaign.state = ANY(:states)', { states: filter.states });
    else query.andWhere('campaign.state <> :dismissed', { dismissed: CampaignState.DISMISSED });
    if (filter.policy) query.andWhere('campaign.policy = :policy', { policy: filter.policy });
    if (filter.ids) query.andWhere('campaign.id = ANY(:ids::uuid[])', { ids: filter.ids });
    return page(query, args, sortable, { field: 'createdAt', order: SortOrder.DESC });
  }

  async recipients(ctx: RequestContext, campaign: string, args: PageArgs, filter: RecipientFilter): Promise<List<PushRecipient>> {
    const query = ctx.manager.createQueryBuilder(PushRecipient, 'recipient').where('recipient.campaign = :campaign', { campaign });
    if (filter.verdict) query.andWhere('recipient.verdict = :verdict', { verdict: filter.verdict });
    if (filter.state) query.andWhere('recipient.state = :state', { state: filter.state });
    if (filter.condition) query.andWhere(`EXISTS (SELECT 1 FROM jsonb_array_elements(recipient.conditions) c WHERE c ->> 'key' = :condition AND c ->> 'verdict' <> 'fits')`, { condition: filter.condition });
    if (filter.ids) query.andWhere('recipient.id = ANY(:ids::uuid[])', { ids: filter.ids });
    return page(query, args, recipientSortable, { field: 'verdict', order: SortOrder.ASC });
  }

  /** Policies of the hall that may be pushed: in force, or about to be. */
  async policies(ctx: RequestContext) {
    const bundle = await this.bundles.current(ctx, 'hall');
    if (!bundle) return [];
    const on = today(new Date());
    const told = new Map((await ctx.manager.query<{ policy: string; at: Date }[]>(`SELECT policy, max(sent_at) AS at FROM push_campaign WHERE realm = 'hall' AND state = 'SENT' GROUP BY 1`)).map(({ policy, at }) => [policy, at]));
    return bundle.keys('policy').flatMap((key) => {
      const { title, issuer, effectiveFrom, effectiveTo, eligibility = [] } = bundle.get('policy', key)!;
      const state = stateOn({ from: effectiveFrom, to: effectiveTo }, on);
      return state === 'expired' ? [] : [{ key, title, issuer, effectiveFrom, state, conditions: eligibility.map((one) => one.title), lastSentAt: told.get(key) ?? null }];
    });
  }

  /** A campaign over the hall's applicants, or, to try it out, over the one of my own preview. */
  async create(ctx: RequestContext, policy: string, options: { preview?: boolean } = {}): Promise<PushCampaign> {
    const bundle = await this.hall(ctx);
    const body = bundle.get('policy', policy);
    if (!body) throw new DomainError(pushErrors.POLICY_NOT_IN_HALL, { field: 'input.policy', params: { key: policy.slice(0, 80) } });
    if (stateOn({ from: body.effectiveFrom, to: body.effectiveTo }, today(new Date())) === 'expired') throw new DomainError(pushErrors.POLICY_ENDED, { field: 'input.policy', params: { title: body.title } });
    const id = randomUUID();
    await ctx.manager.insert(PushCampaign, {
      id,
      realm: options.preview ? previewRealm(ctx) : 'hall',
      policy,
      policySha256: bundle.hashOf('policy', policy)!,
      policyTitle: body.title,
      bundle: bundle.sha256,
      state: CampaignState.READY,
      createdByName: ctx.actor.name,
    });
    // The hall preview signs its applicant in under this name, whether or not it was ever opened.
    if (options.preview) await this.persons.ensure(ctx, { realm: previewRealm(ctx), id: `preview-${ctx.actor.id}` });
    await this.audit.append(ctx, { action: 'push.create', target: { kind: 'push-campaign', key: id }, detail: { policy, bundle: bundle.sha256, preview: options.preview ?? false } });
    return this.startAssessing(ctx, await this.get(ctx, id));
  }

  /** Works the recipients out (again), over what the hall shows now. */
  async assess(ctx: RequestContext, id: string): Promise<PushCampaign> {
    const campaign = await this.lock(ctx, id);
    if (![CampaignState.SUGGESTED, CampaignState.READY, CampaignState.FAILED, CampaignState.CANCELLED].includes(campaign.state) || campaign.sentAt) throw new DomainError(pushErrors.CAMPAIGN_DONE);
    const bundle = await this.hall(ctx);
    const body = bundle.get('policy', campaign.policy);
    if (!body) throw new DomainError(pushErrors.POLICY_NOT_IN_HALL, { params: { key: campaign.policy } });
    await ctx.manager.update(PushCampaign, id, { bundle: bundle.sha256, policySha256: bundle.hashOf('policy', campaign.policy)!, policyTitle: body.title, ...(campaign.state === CampaignState.SUGGESTED && { createdByName: ctx.actor.name }) });
    await this.audit.append(ctx, { action: 'push.assess', target: { kind: 'push-campaign', key: id }, detail: { policy: campaign.policy, bundle: bundle.sha256 } });
    return this.startAssessing(ctx, campaign);
  }

  /** Sends to whom the preview named; again, to those who were passed over because of the weekly limit. */
  async send(ctx: RequestContext, id: string, choice: { reach: CampaignReach; message: string }): Promise<PushCampaign> {
    const campaign = await this.lock(ctx, id);
    const isAgain = campaign.state === CampaignState.SENT || (campaign.sentAt !== null && [CampaignState.CANCELLED, CampaignState.FAILED].includes(campaign.state));
    if (campaign.state !== CampaignState.READY && !isAgain) throw new DomainError(pushErrors.CAMPAIGN_NOT_READY);
    const [rows] = await ctx.manager.query<[unknown[], number]>(
      `UPDATE push_recipient SET state = 'QUEUED', reason = NULL WHERE campaign = $1
          AND (state IN ('ASSESSED', 'QUEUED') OR (state = 'SKIPPED' AND reason = 'capped'))
          AND (verdict = 'fits' OR ($2 AND verdict = 'unknown' AND ${isLikely})) RETURNING id`,
      [id, choice.reach === CampaignReach.LIKELY],
    );
    if (rows.length === 0) throw new DomainError(pushErrors.NOBODY_TO_TELL);
    await ctx.manager.update(PushCampaign, id, { ...choice, sentAt: campaign.sentAt ?? new Date(), sentByName: ctx.actor.name });
    await this.audit.append(ctx, { action: 'push.send', target: { kind: 'push-campaign', key: id }, detail: { policy: campaign.policy, reach: choice.reach, recipients: rows.length } });
    return this.start(ctx, campaign, CampaignState.SENDING, sendKind, { zh: `推送政策“${campaign.policyTitle}”`, en: `Push the policy “${campaign.policyTitle}”` });
  }

  async dismiss(ctx: RequestContext, id: string): Promise<PushCampaign> {
    const campaign = await this.lock(ctx, id);
    if (campaign.sentAt) throw new DomainError(pushErrors.CAMPAIGN_DONE);
    await ctx.manager.update(PushCampaign, id, { state: CampaignState.DISMISSED });
    await ctx.manager.delete(PushRecipient, { campaign: id });
    await this.audit.append(ctx, { action: 'push.dismiss', target: { kind: 'push-campaign', key: id }, detail: { policy: campaign.policy } });
    return this.get(ctx, id);
  }

  private startAssessing(ctx: RequestContext, campaign: PushCampaign): Promise<PushCampaign> {
    return this.start(ctx, campaign, CampaignState.ASSESSING, assessKind, { zh: `计算“${campaign.policyTitle}”的推送对象`, en: `Work out whom “${campaign.policyTitle}” concerns` });
  }

  private async start(ctx: RequestContext, { id }: PushCampaign, state: CampaignState, kind: string, title: { zh: string; en: string }): Promise<PushCampaign> {
    const operation = await this.operations.enqueue(ctx, { kind, title, payload: { campaign: id } });
    await ctx.manager.update(PushCampaign, id, { state, operation: operation.id });
    return this.get(ctx, id);
  }

  /** An operation that ended without a word (killed, failed) leaves the campaign free. */
  private async lock(ctx: RequestContext, id: string): Promise<PushCampaign> {
    const campaign = found(await ctx.manager.findOne(PushCampaign, { where: { id }, lock: { mode: 'pessimistic_write' } }), 'campaign');
    if (!busy.includes(campaign.state)) return campaign;
    const [row] = await ctx.manager.query<{ state: string }[]>('SELECT state FROM operation WHERE id = $1', [campaign.operation]);
    if (row?.state === 'QUEUED' || row?.state === 'RUNNING') throw new DomainError(pushErrors.CAMPAIGN_BUSY);
    return { ...campaign, state: row?.state === 'CANCELLED' ? CampaignState.CANCELLED : CampaignState.FAILED };
  }

  private async hall(ctx: RequestContext): Promise<LoadedBundle> {
    const bundle = await this.bundles.current(ctx, 'hall');
    if (!bundle) throw new DomainError(pushErrors.NOTHING_PUBLISHED_YET);
    return bundle;
  }
}

/** Has shown an interest; in a trial one's own applicant always has. Of a row of `push_recipient`. */
export const isLikely = `(signals <> '[]'::jsonb OR realm <> 'hall')`;

/** The realm of the applicant of one's own 大厅预览. */
export const previewRealm = (ctx: RequestContext): string => `preview:${ctx.actor.id}`;
