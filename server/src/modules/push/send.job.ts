import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { found } from '../../platform/errors/domain-error.js';
import { OnOperation } from '../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../platform/jobs/operation-run.js';
import type { Settings } from '../../platform/settings/settings.model.js';
import { SettingsService } from '../../platform/settings/settings.service.js';
import { ChannelsService } from '../notify/channels.service.js';
import { NotifyService } from '../notify/notify.service.js';
import type { ChannelName, NewNotification } from '../notify/notify.types.js';
import { BundlesService } from '../release/bundles.service.js';
import { sendKind } from './campaigns.service.js';
import { PersonsService } from './persons.service.js';
import { discreetWords, type PolicyFacts, policyWords } from './policy-message.js';
import { PushCampaign } from './push-campaign.entity.js';
import { PushPerson } from './push-person.entity.js';
import { PushRecipient } from './push-recipient.entity.js';
import { CampaignState, policyTopic, RecipientState, type SkipReason } from './push.types.js';
import { quietUntil } from './quiet-hours.js';
import { variablesOf } from './recommend.js';
import { vocabularyOf } from './vocabulary.js';

const batchSize = 200;

interface Batch {
  campaign: PushCampaign;
  channels: readonly ChannelName[];
  settings: Settings;
  /** Whether the policy is judged by sensitive traits. */
  isSensitive: boolean;
}

/**
 * Tells the recipients, batch by batch, each in one transaction: the notification and the note that it was sent are there
 * together or not at all. What a person has decided meanwhile counts.
 */
@Injectable()
export class SendJob {
  constructor(
    private readonly bundles: BundlesService,
    private readonly notify: NotifyService,
    private readonly channels: ChannelsService,
    private readonly persons: PersonsService,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
  ) {}

  @OnOperation(sendKind)
  async run({ ctx, payload, signal, report }: OperationRun<{ campaign: string }>): Promise<{ sent: number; skipped: number }> {
    const campaign = found(await ctx.manager.findOneBy(PushCampaign, { id: payload.campaign }), 'campaign');
    const isSensitive = await this.isSensitive(ctx, campaign);
    const counts = { sent: 0, skipped: 0 };
    const [{ total } = { total: 0 }] = await ctx.manager.query<{ total: number }[]>(`SELECT count(*)::int AS total FROM push_recipient WHERE campaign = $1 AND state = 'QUEUED'`, [campaign.id]);
    for (;;) {
      if (signal.aborted) await this.stop(ctx, campaign);
      const batch: Batch = { campaign, channels: await this.channels.enabled(ctx), settings: await this.settings.get(ctx), isSensitive };
      const outcome = await ctx.transaction((tx) => this.sendBatch(tx, batch));
      if (outcome.length === 0) break;
      for (const reason of outcome) counts[reason === null ? 'sent' : 'skipped'] += 1;
      report(total > 0 ? Math.min(1, (counts.sent + counts.skipped) / total) : null, `sent:${counts.sent}`);
    }
    await ctx.manager.update(PushCampaign, campaign.id, { state: CampaignState.SENT });
    await this.audit.append(ctx, { action: 'push.sent', target: { kind: 'push-campaign', key: campaign.id }, detail: { policy: campaign.policy, ...counts } });
    return counts;
  }

  private async isSensitive(ctx: RequestContext, { bundle, policy }: PushCampaign): Promise<boolean> {
    const loaded = await this.bundles.load(ctx, bundle);
    const body = loaded.get('policy', policy);
    return body !== null && variablesOf([body]).some((name) => vocabularyOf(loaded).field(name)?.sensitive);
  }

  /** What has not been sent is no longer waiting; it can be sent later. */
  private async stop(ctx: RequestContext, campaign: PushCampaign): Promise<never> {
    await ctx.transaction(async (tx) => {
      await tx.manager.update(PushRecipient, { campaign: campaign.id, state: RecipientState.QUEUED }, { state: RecipientState.ASSESSED });
      await tx.manager.update(PushCampaign, campaign.id, { state: CampaignState.CANCELLED });
      await this.audit.append(tx, { action: 'push.cancel', target: { kind: 'push-campaign', key: campaign.id }, detail: { policy: campaign.policy } });
    });
    throw new OperationCancelled();
  }

  private async sendBatch(tx: RequestContext, batch: Batch): Promise<(SkipReason | null)[]> {
    const { campaign } = batch;
    const rows = await tx.manager.find(PushRecipient, { where: { campaign: campaign.id, state: RecipientState.QUEUED }, order: { id: 'ASC' }, take: batchSize, lock: { mode: 'pessimistic_write' } });
    const ids = rows.map(({ applicantId }) => applicantId);
    const persons = new Map((await tx.manager.findBy(PushPerson, { realm: campaign.realm, applicantId: In(ids) })).map((person) => [person.applicantId, person]));
    const told = await this.told(tx, campaign, ids);
    const judged = rows.map((row) => {
      const person = persons.get(row.applicantId) ?? null;
      const before = told.get(row.applicantId) ?? { recent: 0, isTold: false };
      const reason: SkipReason | null = person?.pausedAt ? 'opted-out' : before.isTold ? 'already-told' : before.recent >= batch.settings.pushWeeklyCap ? 'capped' : null;
      return { row, person, reason };
    });
    const outcomes = judged.map(({ reason }) => reason);
    const chosen = judged.filter(({ reason }) => reason === null);
    // Whoever is told something can have it handed out and erased.
    await this.persons.ensureMany(tx, campaign.realm, chosen.map(({ row }) => row.applicantId));
    const sent = await this.notify.sendMany(tx, chosen.map(({ row, person }) => messageFor(row, person, batch)));
    const notifications = new Map(chosen.map(({ row }, index) => [row.id, sent[index]!.id]));
    await tx.manager.query(
      `UPDATE push_recipient r SET state = CASE WHEN j.reason IS NULL THEN 'SENT' ELSE 'SKIPPED' END, reason = j.reason, notification = j.notification
         FROM jsonb_to_recordset($1) AS j(id uuid, reason text, notification uuid) WHERE r.id = j.id`,
      [JSON.stringify(judged.map(({ row, reason }) => ({ id: row.id, reason, notification: notifications.get(row.id) ?? null })))],
    );
    return outcomes;
  }

  /** How many policies each was told of in the last seven days, and whether of this one ever. */
  private async told(tx: RequestContext, { realm, policy }: PushCampaign, ids: readonly string[]) {
    const rows = await tx.manager.query<{ recipient: string; recent: number; isTold: boolean }[]>(
      `SELECT recipient, count(*) FILTER (WHERE created_at > now() - interval '7 days')::int AS recent, bool_or(dedupe_key = $4) AS "isTold"
         FROM notification WHERE realm = $1 AND recipient = ANY($2::text[]) AND topic = $3 GROUP BY 1`,
      [realm, ids, policyTopic, dedupeKeyOf(policy)],
    );
    return new Map(rows.map((row) => [row.recipient, row]));
  }
}

/** Never the same policy twice, whatever the campaign. */
const dedupeKeyOf = (policy: string) => `policy:${policy}`;

function messageFor(row: PushRecipient, person: PushPerson | null, { campaign, channels, settings, isSensitive }: Batch): NewNotification {
  const { policy, policyTitle, message, id } = campaign;
  const facts: PolicyFacts = { policy, campaign: id, title: policyTitle, fits: row.verdict === 'fits', note: message };
  return {
    recipient: { realm: row.realm, id: row.applicantId },
    topic: policyTopic,
    dedupeKey: dedupeKeyOf(policy),
    ...policyWords(facts, 'zh'),
    ...(isSensitive && { outside: discreetWords }),
    link: `/policies/${policy}`,
    facts: { ...facts },
    channels: channels.filter((channel) => !person?.offChannels.includes(channel) && (channel !== 'email' || person?.email != null)),
    notBefore: quietUntil(new Date(), settings),
  };
}
