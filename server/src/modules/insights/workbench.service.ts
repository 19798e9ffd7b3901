import { Injectable } from '@nestjs/common';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { CaseListsService } from '../cases/case-lists.service.js';
import { DeskListsService } from '../dialog/desk-lists.service.js';
import { ReleasePlanService } from '../release/release-plan.service.js';

/** F1 below which an intent is called weak, as the contract rule `model-weak-intent` does. */
const weakF1 = 0.6;
/** With fewer held-out texts a score says nothing. */
const leastSupport = 5;
const recentChanges = 8;
const dayMs = 86_400_000;

export interface Workbench {
  myTasks?: number;
  openTasks?: number;
  lateTasks?: number;
  /** Cases that came in within the last day. */
  newCases?: number;
  incidents?: number;
  /** Conversations that wait for a person. */
  waitingConversations?: number;
  /** What others ask to publish and the person may decide. */
  requests?: number;
  drafts?: number;
  pendingRelease?: number;
  blocking?: number;
  runningJobs?: number;
  unlabelled?: number;
  weakIntents?: number;
  auditUnsealed?: number;
  checklist?: { id: string; done: boolean }[];
  recent?: { kind: string; key: string; title: string; by: string; at: Date }[];
}

/** What waits for whom now: a number for each list behind it, only what the person may see. */
@Injectable()
export class WorkbenchService {
  constructor(
    private readonly cases: CaseListsService,
    private readonly plans: ReleasePlanService,
    private readonly desk: DeskListsService,
  ) {}

  async of(ctx: RequestContext): Promise<Workbench> {
    const may = (permission: Permission) => can(ctx.actor, permission);
    const result: Workbench = {};
    if (may(Permission.CasesHandle) || may(Permission.CasesRead)) {
      const { myTasks, openTasks, lateTasks, incidents } = await this.cases.countsFor(ctx);
      Object.assign(result, may(Permission.CasesHandle) ? { myTasks, openTasks, lateTasks, incidents } : { incidents });
      result.newCases = (await this.cases.cases(ctx, { skip: 0, take: 1 }, { from: new Date(Date.now() - dayMs) })).totalItems;
    }
    if (may(Permission.DeskHandle)) result.waitingConversations = (await this.desk.inbox(ctx)).waiting;
    if (may(Permission.ReleasePublish)) result.requests = await this.number(ctx, `SELECT count(*) FROM release_request WHERE state = 'OPEN' AND requested_by <> $1`, [ctx.actor.id]);
    if (may(Permission.ReleaseRead)) {
      const { pending, blocking } = await this.plans.pending(ctx, 'hall');
      Object.assign(result, { pendingRelease: pending, blocking });
    }
    if (may(Permission.ConfigWrite)) result.drafts = await this.number(ctx, `SELECT count(*) FROM config_draft d LEFT JOIN config_version v ON v.item_id = d.item_id AND v.sha256 = d.sha256 WHERE v.item_id IS NULL`);
    if (may(Permission.CorpusRead)) {
      result.unlabelled = await this.number(ctx, `SELECT count(*) FROM utterance WHERE intent IS NULL AND deleted_at IS NULL`);
      result.weakIntents = await this.number(
        ctx,
        `SELECT count(*) FROM channel_entry e JOIN config_content c ON c.sha256 = e.sha256, jsonb_array_elements(c.body #> '{metrics,perIntent}') i
          WHERE e.channel = 'hall' AND e.kind = 'model' AND (i ->> 'f1')::float8 < ${weakF1} AND (i ->> 'support')::int >= ${leastSupport}`,
      );
    }
    if (may(Permission.OperationsRead)) result.runningJobs = await this.number(ctx, `SELECT count(*) FROM operation WHERE state IN ('QUEUED', 'RUNNING')`);
    if (may(Permission.AuditRead)) result.auditUnsealed = await this.number(ctx, `SELECT count(*) FROM audit_entry WHERE batch IS NULL`);
    if (may(Permission.ConfigRead)) Object.assign(result, { checklist: await this.checklist(ctx), recent: await this.recent(ctx) });
    return result;
  }

  /** The path from an empty installation to the first case that somebody has dealt with. */
  private async checklist(ctx: RequestContext): Promise<{ id: string; done: boolean }[]> {
    const [row] = await ctx.manager.query<Record<string, boolean>[]>(
      `SELECT EXISTS (SELECT 1 FROM config_item WHERE kind = 'service' AND deleted_at IS NULL) AS service,
              EXISTS (SELECT 1 FROM config_item WHERE kind = 'form' AND deleted_at IS NULL) AS form,
              EXISTS (SELECT 1 FROM config_item WHERE kind = 'workflow' AND deleted_at IS NULL) AS workflow,
              EXISTS (SELECT 1 FROM config_item WHERE kind = 'intent' AND deleted_at IS NULL) AS intent,
              EXISTS (SELECT 1 FROM utterance WHERE intent IS NOT NULL AND deleted_at IS NULL) AS utterances,
              EXISTS (SELECT 1 FROM model_version) AS training,
              EXISTS (SELECT 1 FROM channel WHERE name = 'hall' AND bundle IS NOT NULL) AS publish,
              EXISTS (SELECT 1 FROM api_key WHERE is_preview) AS preview,
              EXISTS (SELECT 1 FROM service_case WHERE state = 'COMPLETED') AS "case"`,
    );
    return Object.entries(row!).map(([id, done]) => ({ id, done }));
  }

  private recent(ctx: RequestContext) {
    return ctx.manager.query<NonNullable<Workbench['recent']>>(
      `SELECT i.kind, i.key, i.title, d.by_name AS by, d.at FROM config_draft d JOIN config_item i ON i.id = d.item_id WHERE i.deleted_at IS NULL ORDER BY d.at DESC, i.key LIMIT $1`,
      [recentChanges],
    );
  }

  private async number(ctx: RequestContext, sql: string, parameters: unknown[] = []): Promise<number> {
    const [row] = await ctx.manager.query<{ count: string }[]>(sql, parameters);
    return Number(row!.count);
  }
}
