import DataLoader from 'dataloader';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { CampaignCountsModel } from './push.model.js';

const zero: CampaignCountsModel = { people: 0, fits: 0, unfit: 0, unknown: 0, likely: 0, queued: 0, sent: 0, read: 0, optedOut: 0, skippedOptedOut: 0, skippedCapped: 0, skippedTold: 0 };

/** Numbers of a list of campaigns in one query. */
export const countsLoader = (ctx: RequestContext) =>
  ctx.loader(
    countsLoader,
    () =>
      new DataLoader<string, CampaignCountsModel>(async (ids) => {
        const rows = await ctx.manager.query<(CampaignCountsModel & { campaign: string })[]>(
          `SELECT r.campaign, count(*)::int AS people,
                  count(*) FILTER (WHERE r.verdict = 'fits')::int AS fits, count(*) FILTER (WHERE r.verdict = 'unfit')::int AS unfit, count(*) FILTER (WHERE r.verdict = 'unknown')::int AS unknown,
                  count(*) FILTER (WHERE r.verdict = 'unknown' AND (r.signals <> '[]'::jsonb OR r.realm <> 'hall'))::int AS likely,
                  count(*) FILTER (WHERE r.state = 'QUEUED')::int AS queued, count(*) FILTER (WHERE r.state = 'SENT')::int AS sent, count(*) FILTER (WHERE n.read_at IS NOT NULL)::int AS read,
                  count(*) FILTER (WHERE r.state = 'SENT' AND p.paused_at >= n.created_at)::int AS "optedOut",
                  count(*) FILTER (WHERE r.reason = 'opted-out')::int AS "skippedOptedOut", count(*) FILTER (WHERE r.reason = 'capped')::int AS "skippedCapped", count(*) FILTER (WHERE r.reason = 'already-told')::int AS "skippedTold"
             FROM push_recipient r LEFT JOIN notification n ON n.id = r.notification LEFT JOIN push_person p ON p.realm = r.realm AND p.applicant_id = r.applicant_id
            WHERE r.campaign = ANY($1::uuid[]) GROUP BY 1`,
          [ids],
        );
        const byId = new Map(rows.map(({ campaign, ...counts }) => [campaign, counts]));
        return ids.map((id) => byId.get(id) ?? zero);
      }),
  );

/** States of the operations that work on campaigns. */
export const operationStateLoader = (ctx: RequestContext) =>
  ctx.loader(
    operationStateLoader,
    () =>
      new DataLoader<string, string | null>(async (ids) => {
        const rows = await ctx.manager.query<{ id: string; state: string }[]>('SELECT id, state FROM operation WHERE id = ANY($1::uuid[])', [ids]);
        const byId = new Map(rows.map(({ id, state }) => [id, state]));
        return ids.map((id) => byId.get(id) ?? null);
      }),
  );

/** When notifications were read. */
export const readAtLoader = (ctx: RequestContext) =>
  ctx.loader(
    readAtLoader,
    () =>
      new DataLoader<string, Date | null>(async (ids) => {
        const rows = await ctx.manager.query<{ id: string; readAt: Date | null }[]>('SELECT id, read_at AS "readAt" FROM notification WHERE id = ANY($1::uuid[])', [ids]);
        const byId = new Map(rows.map(({ id, readAt }) => [id, readAt]));
        return ids.map((id) => byId.get(id) ?? null);
      }),
  );
