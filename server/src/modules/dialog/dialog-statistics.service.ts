import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';

/** Who has said nothing for so long has left. */
const leftAfterMinutes = 30;
const maxDays = 400;
const dayMs = 86_400_000;
/** Days are those of the hall. */
const zone = 'Asia/Shanghai';

export interface StatisticsRange {
  from: Date;
  to: Date;
  service: string | null;
  /** Of previews instead of citizens. */
  isPreview: boolean;
}

export interface DayFigures {
  day: string;
  sessions: number;
  withoutClerk: number;
  cases: number;
}

export interface FieldFigures {
  service: string;
  field: string;
  /** Conversations in which the field was asked. */
  asked: number;
  filled: number;
  prefilled: number;
  skipped: number;
  /** Times that an answer was not accepted. */
  invalid: number;
  /** Conversations that ended at this question. */
  left: number;
}

export interface DialogFigures {
  sessions: number;
  withoutClerk: number;
  handedOver: number;
  cases: number;
  turnsPerCase: number | null;
  prefilledShare: number | null;
  days: DayFigures[];
  dropOut: FieldFigures[];
}

/** Sessions of the range in which a citizen has said anything; `$1`–`$4` are from, to, whether previews, and the service. */
const sessions = `SELECT s.id, s.created_at, s.updated_at, s.handed_over_at, s.last_turn FROM dialog_session s
   WHERE s.created_at >= $1 AND s.created_at < $2 AND (s.realm <> 'hall') = $3 AND s.last_turn > 0
     AND ($4::text IS NULL OR EXISTS (SELECT 1 FROM dialog_fact f WHERE f.session = s.id AND f.service = $4))`;

/** How conversations went, from facts that name fields and never values. */
@Injectable()
export class DialogStatisticsService {
  async of(ctx: RequestContext, range: StatisticsRange): Promise<DialogFigures> {
    const length = range.to.getTime() - range.from.getTime();
    if (!(length > 0) || length > maxDays * dayMs) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'to', params: { reason: `from < to ≤ from + ${maxDays} d` } });
    const parameters = [range.from, range.to, range.isPreview, range.service];
    const [totals] = await ctx.manager.query<{ sessions: number; handedOver: number; cases: number; turns: number | null; filled: number; prefilled: number }[]>(
      `WITH s AS (${sessions}), f AS (SELECT f.* FROM dialog_fact f JOIN s ON s.id = f.session WHERE $4::text IS NULL OR f.service = $4)
       SELECT (SELECT count(*)::int FROM s) AS sessions, (SELECT count(*)::int FROM s WHERE handed_over_at IS NOT NULL) AS "handedOver",
              count(*) FILTER (WHERE what = 'submitted')::int AS cases,
              (SELECT sum(turns)::int FROM (SELECT count(*) AS turns FROM dialog_turn t WHERE t.kind = 'citizen' AND t.session IN (SELECT session FROM f WHERE what = 'submitted') GROUP BY t.session) c) AS turns,
              count(*) FILTER (WHERE what = 'filled')::int AS filled, count(*) FILTER (WHERE what = 'prefilled')::int AS prefilled FROM f`,
      parameters,
    );
    const { sessions: all, handedOver, cases, turns, filled, prefilled } = totals!;
    return {
      sessions: all,
      handedOver,
      withoutClerk: all - handedOver,
      cases,
      turnsPerCase: cases === 0 ? null : (turns ?? 0) / cases,
      prefilledShare: filled + prefilled === 0 ? null : prefilled / (filled + prefilled),
      days: await this.days(ctx, parameters),
      dropOut: await this.fields(ctx, parameters),
    };
  }

  private days(ctx: RequestContext, parameters: unknown[]): Promise<DayFigures[]> {
    return ctx.manager.query(
      `WITH s AS (${sessions})
       SELECT to_char(s.created_at AT TIME ZONE '${zone}', 'YYYY-MM-DD') AS day, count(*)::int AS sessions, count(*) FILTER (WHERE handed_over_at IS NULL)::int AS "withoutClerk",
              coalesce(sum((SELECT count(*) FROM dialog_fact f WHERE f.session = s.id AND f.what = 'submitted' AND ($4::text IS NULL OR f.service = $4))), 0)::int AS cases
         FROM s GROUP BY 1 ORDER BY 1`,
      parameters,
    );
  }

  /** The fields at which most have left come first. Where a conversation ended is the field asked last, if nothing was submitted after it. */
  private fields(ctx: RequestContext, parameters: unknown[]): Promise<FieldFigures[]> {
    return ctx.manager.query(
      `WITH s AS (${sessions}), f AS (SELECT f.*, s.updated_at FROM dialog_fact f JOIN s ON s.id = f.session WHERE $4::text IS NULL OR f.service = $4),
       last AS (
         SELECT DISTINCT ON (session) session, service, field, what FROM f
          WHERE what IN ('asked', 'submitted', 'completed', 'cancelled', 'handed-over') AND updated_at < now() - make_interval(mins => ${leftAfterMinutes}) ORDER BY session, id DESC
       )
       SELECT f.service, f.field, count(DISTINCT f.session) FILTER (WHERE f.what = 'asked')::int AS asked, count(*) FILTER (WHERE f.what = 'filled')::int AS filled,
              count(*) FILTER (WHERE f.what = 'prefilled')::int AS prefilled, count(*) FILTER (WHERE f.what = 'skipped')::int AS skipped, count(*) FILTER (WHERE f.what = 'invalid')::int AS invalid,
              (SELECT count(*)::int FROM last l WHERE l.what = 'asked' AND l.service = f.service AND l.field = f.field) AS "left"
         FROM f WHERE f.field IS NOT NULL GROUP BY f.service, f.field ORDER BY "left" DESC, asked DESC, f.service, f.field`,
      parameters,
    );
  }
}
