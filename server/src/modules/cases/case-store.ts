import type { HistoryEntry, IncidentRow, InstanceRows, TaskRow, TokenRow } from '@banshi/process';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { found } from '../../platform/errors/domain-error.js';
import { BundlesService } from '../release/bundles.service.js';
import { userGroup } from './capacity.js';
import { caseDefinition } from './case-definition.js';
import { CaseIncident } from './case-incident.entity.js';
import { rowChanges, toTaskState } from './case-rows.js';
import { CaseTask } from './case-task.entity.js';
import { CaseToken } from './case-token.entity.js';
import { CaseVaultService, type StoredData } from './case-vault.service.js';
import type { Doer, LockedCase } from './case.types.js';
import type { CaseData } from './fill-step.js';
import { ServiceCase } from './service-case.entity.js';

/** What an event says beside the engine's own words. */
export interface EventFacts {
  /** Names of the fields that were changed. */
  fields?: string[];
  comment?: string | null;
}

/** What a clerk decided when completing a task. */
export interface Decision {
  taskId: string;
  outcome: string | null;
  comment: string | null;
}

/** Reads the rows of a case under its lock and writes what a step has changed. */
@Injectable()
export class CaseStore {
  constructor(
    private readonly bundles: BundlesService,
    private readonly vault: CaseVaultService,
  ) {}

  /** Locks the case until the transaction ends, so that its commands come one after another. */
  async lock(ctx: RequestContext, caseId: string): Promise<LockedCase> {
    const row = found(await ctx.manager.findOne(ServiceCase, { where: { id: caseId }, lock: { mode: 'pessimistic_write' } }), 'case');
    // In memory alone: what is stored is sealed again by storedData.
    row.data = await this.vault.open(ctx, row);
    const tokens = await ctx.manager.findBy(CaseToken, { caseId });
    const tasks = await ctx.manager.find(CaseTask, { where: { caseId }, order: { createdAt: 'ASC', id: 'ASC' } });
    const incidents = await ctx.manager.find(CaseIncident, { where: { caseId }, order: { raisedAt: 'ASC', id: 'ASC' } });
    return { row, definition: await this.definitionOf(ctx, row), tokens, tasks, incidents };
  }

  async definitionOf(ctx: RequestContext, row: Pick<ServiceCase, 'bundle' | 'service'>) {
    return found(caseDefinition(await this.bundles.load(ctx, row.bundle), row.service), `workflow of ${row.service}`);
  }

  /** The columns that keep the data. */
  storedData(ctx: RequestContext, { row, definition }: Pick<LockedCase, 'row' | 'definition'>, data: CaseData): Promise<StoredData> {
    return this.vault.seal(ctx, row.id, definition, data);
  }

  async saveTokens(ctx: RequestContext, caseId: string, before: InstanceRows, after: InstanceRows): Promise<void> {
    const { upserted, removed } = rowChanges<TokenRow>(before.tokens, after.tokens);
    if (removed.length > 0) await ctx.manager.query('DELETE FROM case_token WHERE id = ANY($1::uuid[])', [removed]);
    if (upserted.length > 0) await ctx.manager.upsert(CaseToken, upserted.map((token) => ({ ...token, caseId })), ['id']);
  }

  async saveTasks(ctx: RequestContext, locked: LockedCase, before: InstanceRows, after: InstanceRows, now: Date, decision: Decision | null): Promise<void> {
    const { upserted } = rowChanges<TaskRow>(before.tasks, after.tasks);
    const known = new Map(locked.tasks.map((task) => [task.id, task]));
    for (const task of upserted) {
      const row = known.get(task.id);
      if (row) {
        const { outcome, comment } = decision?.taskId === task.id ? decision : row;
        await ctx.manager.update(CaseTask, task.id, { state: toTaskState(task.state), assigneeId: task.assignee, rev: row.rev + 1, outcome, comment, ...timesOf(task, row, now) });
      } else await ctx.manager.insert(CaseTask, await this.newTask(ctx, locked, task, now));
    }
  }

  async saveIncidents(ctx: RequestContext, caseId: string, before: InstanceRows, after: InstanceRows, now: Date): Promise<void> {
    const known = new Set(before.incidents.map((incident) => incident.id));
    for (const incident of rowChanges<IncidentRow>(before.incidents, after.incidents).upserted) {
      const { id, tokenId, element, code, params } = incident;
      if (known.has(id)) await ctx.manager.update(CaseIncident, id, { state: 'RESOLVED', resolvedAt: now });
      else await ctx.manager.insert(CaseIncident, { id, caseId, tokenId, element, code, params: params as never, state: 'OPEN', raisedAt: now });
    }
  }

  /** Appends the history; `facts` belong to the entry of the command itself, not to where the token went from there. */
  async appendHistory(ctx: RequestContext, caseId: string, history: readonly HistoryEntry[], doer: Doer, facts: EventFacts): Promise<void> {
    const rows = history.map((entry) => {
      const isMove = entry.event === 'entered' || entry.event === 'left';
      const isOfCommand = !isMove && entry.event !== 'incident-raised' && entry.event !== 'completed' && entry.event !== 'task-cancelled';
      const { outcome = null, taskId, flow, code, incidentId, result } = entry.detail as Record<string, string | null | undefined>;
      return {
        at: entry.at,
        type: entry.event,
        element: entry.element,
        outcome,
        comment: isOfCommand ? (facts.comment ?? null) : null,
        detail: { taskId, flow, code, incidentId, result, ...(isOfCommand && facts.fields?.length ? { fields: facts.fields } : {}) },
      };
    });
    await ctx.manager.query(
      `INSERT INTO case_event (case_id, at, type, actor_kind, actor_id, actor_name, element, outcome, comment, detail)
       SELECT $1, e.at, e.type, $2, $3, $4, e.element, e.outcome, e.comment, e.detail
       FROM jsonb_to_recordset($5) AS e(at timestamptz, type text, element text, outcome text, comment text, detail jsonb)`,
      [caseId, doer.kind, doer.id, doer.name, JSON.stringify(rows)],
    );
  }

  /** A drawn assignee is a user name. When nobody has it, the task is left to the department rather than to nobody. */
  private async newTask(ctx: RequestContext, { row, definition }: LockedCase, task: TaskRow, now: Date): Promise<Partial<CaseTask>> {
    const department = `department:${definition.service.department}`;
    const groups = task.candidateGroups.map((group) => (group === 'department:$service' ? department : group));
    const assigneeId = task.assignee === null ? null : await this.findUser(ctx, task.assignee);
    if (assigneeId !== null) groups.push(userGroup(assigneeId));
    return {
      id: task.id,
      caseId: row.id,
      tokenId: task.tokenId,
      element: task.element,
      title: definition.titleOf(task.element),
      state: toTaskState(task.state === 'claimed' && assigneeId === null ? 'open' : task.state),
      candidateGroups: groups.length > 0 ? groups : [department],
      assigneeId,
      createdAt: now,
      claimedAt: assigneeId === null ? null : now,
    };
  }

  private async findUser(ctx: RequestContext, username: string): Promise<string | null> {
    const [user] = await ctx.manager.query<{ id: string }[]>('SELECT id FROM app_user WHERE lower(username) = lower($1) AND NOT is_disabled', [username]);
    return user?.id ?? null;
  }
}

function timesOf(task: TaskRow, row: CaseTask, now: Date): Pick<CaseTask, 'claimedAt' | 'completedAt'> {
  const claimedAt = task.state === 'open' ? null : (row.claimedAt ?? (task.assignee === null ? null : now));
  return { claimedAt, completedAt: task.state === 'completed' || task.state === 'cancelled' ? now : null };
}
