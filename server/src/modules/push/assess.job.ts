import { randomUUID } from 'node:crypto';
import { maskValue } from '@banshi/values';
import { Injectable } from '@nestjs/common';
import { OnOperation } from '../../platform/jobs/on-operation.decorator.js';
import { OperationCancelled, type OperationRun } from '../../platform/jobs/operation-run.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { found } from '../../platform/errors/domain-error.js';
import { BundlesService } from '../release/bundles.service.js';
import { assessKind } from './campaigns.service.js';
import { FactsService } from './facts.service.js';
import { PushCampaign } from './push-campaign.entity.js';
import { CampaignState, type RecipientCondition } from './push.types.js';
import { assess, variablesOf } from './recommend.js';
import { vocabularyOf } from './vocabulary.js';

const batchSize = 200;

/** Judges every known applicant: who it fits, whom not, and of whom something is missing. */
@Injectable()
export class AssessJob {
  constructor(
    private readonly bundles: BundlesService,
    private readonly facts: FactsService,
    private readonly audit: AuditService,
  ) {}

  @OnOperation(assessKind)
  async run({ ctx, payload, signal, report }: OperationRun<{ campaign: string }>): Promise<{ people: number; fits: number; unknown: number; unfit: number }> {
    const campaign = found(await ctx.manager.findOneBy(PushCampaign, { id: payload.campaign }), 'campaign');
    const bundle = await this.bundles.load(ctx, campaign.bundle);
    const body = found(bundle.get('policy', campaign.policy), 'policy');
    const now = new Date();
    const wanted = variablesOf([body]);
    const counts = { people: 0, fits: 0, unknown: 0, unfit: 0 };
    const [{ total } = { total: 0 }] = await ctx.manager.query<{ total: number }[]>(`SELECT count(*)::int AS total FROM (${people}) p`, [campaign.realm]);
    // Again from the beginning after a crash: what was judged before may have changed.
    await ctx.manager.query('DELETE FROM push_recipient WHERE campaign = $1', [campaign.id]);
    await this.noteSensitive(ctx, bundle, campaign, wanted);
    for (let after = ''; ; ) {
      if (signal.aborted) return this.cancel(ctx, campaign);
      const batch = await ctx.manager.query<{ id: string; name: string | null }[]>(nextPeople, [campaign.realm, after]);
      if (batch.length === 0) break;
      const known = await this.facts.gather(ctx, bundle, campaign.realm, batch.map(({ id }) => id), wanted, now);
      const rows = known.map((person, index) => {
        const { eligibility, signals, verdict } = assess(bundle, campaign.policy, body, person, now);
        counts[verdict] += 1;
        const conditions = eligibility.conditions.map(({ key, verdict: one, missing, withheld }): RecipientCondition => ({ key, verdict: one, missing, withheld }));
        return { id: randomUUID(), applicant: person.applicantId, label: maskedName(batch[index]!.name), verdict, conditions, signals };
      });
      await ctx.manager.query(
        `INSERT INTO push_recipient (id, campaign, realm, applicant_id, label, verdict, conditions, signals)
         SELECT r.id, $1, $2, r.applicant, r.label, r.verdict, r.conditions, r.signals FROM jsonb_to_recordset($3) AS r(id uuid, applicant text, label text, verdict text, conditions jsonb, signals jsonb)
         ON CONFLICT (campaign, realm, applicant_id) DO NOTHING`,
        [campaign.id, campaign.realm, JSON.stringify(rows)],
      );
      counts.people += batch.length;
      after = batch.at(-1)!.id;
      report(total > 0 ? Math.min(1, counts.people / total) : null, `judging:${counts.people}`);
    }
    await ctx.manager.update(PushCampaign, campaign.id, { state: CampaignState.READY, assessedAt: new Date() });
    return counts;
  }

  private async cancel(ctx: OperationRun['ctx'], campaign: PushCampaign): Promise<never> {
    await ctx.manager.update(PushCampaign, campaign.id, { state: CampaignState.CANCELLED });
    throw new OperationCancelled();
  }

  /** The use of sensitive traits, though consented to, is on record. */
  private async noteSensitive(ctx: OperationRun['ctx'], bundle: Awaited<ReturnType<BundlesService['load']>>, campaign: PushCampaign, wanted: readonly string[]): Promise<void> {
    const sensitive = wanted.filter((name) => vocabularyOf(bundle).field(name)?.sensitive);
    if (sensitive.length > 0) await this.audit.append(ctx, { action: 'push.use-sensitive', target: { kind: 'push-campaign', key: campaign.id }, detail: { fields: sensitive } });
  }
}

/** All applicants of a realm: who has a case, or has said what he wants to be told. */
const people = `
  SELECT applicant_id AS id FROM service_case WHERE realm = $1 AND erased_at IS NULL
  UNION SELECT applicant_id FROM push_person WHERE realm = $1`;

/** The next of them, in the order of their ids: each part by its own index, so that a batch reads no more than itself. */
const nextPeople = `
  SELECT id, max(name) AS name FROM (
    (SELECT applicant_id AS id, max(applicant_name) AS name FROM service_case WHERE realm = $1 AND applicant_id > $2 AND erased_at IS NULL GROUP BY 1 ORDER BY 1 LIMIT ${batchSize})
    UNION ALL (SELECT applicant_id, NULL FROM push_person WHERE realm = $1 AND applicant_id > $2 ORDER BY 1 LIMIT ${batchSize})
  ) known GROUP BY id ORDER BY id LIMIT ${batchSize}`;

const maskedName = (name: string | null): string => (name ? maskValue('person', name) : '—');
