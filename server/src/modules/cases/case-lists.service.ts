import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { type Scope, scopeOf } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { type List, page, type PageArgs, SortOrder } from '../../platform/lists/list.js';
import { searchPatterns } from '../../platform/search/search-text.js';
import { concernsCondition } from './capacity.js';
import { CaseAccessService } from './case-access.service.js';
import { CaseTask } from './case-task.entity.js';
import { CaseState, TaskState } from './case.types.js';
import type { CaseFilter, TaskFilter } from './cases.inputs.js';
import { ServiceCase } from './service-case.entity.js';

type Page = Pick<PageArgs, 'skip' | 'take' | 'sort'>;
const taskSortable = { createdAt: 'task.createdAt', claimedAt: 'task.claimedAt', completedAt: 'task.completedAt', title: 'task.title', state: 'task.state', number: 'c.number' };
const caseSortable = { submittedAt: 'c.submittedAt', completedAt: 'c.completedAt', number: 'c.number', serviceTitle: 'c.serviceTitle', applicantName: 'c.applicantName', state: 'c.state' };
const nobody = 'false';
/** A colleague's task is seen, but waits for him. */
const waitingForMe = `(task.state = :open OR (task.state = :claimed AND task.assigneeId = :me))`;
const whoWaits = ({ actor }: RequestContext) => ({ open: TaskState.OPEN, claimed: TaskState.CLAIMED, me: actor.id ?? null });
/** After so many days a task that nobody has dealt with is late. */
const lateDays = 3;

export interface CaseCounts {
  /** Tasks that I hold. */
  myTasks: number;
  /** Tasks that I may claim. */
  openTasks: number;
  /** Those of both that have waited for more than three days. */
  lateTasks: number;
  /** Cases of my departments under way, those with an incident included. */
  runningCases: number;
  /** Cases of my departments that have stopped and wait for somebody to mend them. */
  incidents: number;
}

/** Lists and numbers of what the actor may see. */
@Injectable()
export class CaseListsService {
  constructor(private readonly access: CaseAccessService) {}

  /** Tasks that are or were the actor's, or that he may claim. */
  async tasks(ctx: RequestContext, args: Page, filter: TaskFilter = {}): Promise<List<CaseTask>> {
    const query = await this.visibleTasks(ctx);
    if (filter.state) query.andWhere('task.state = :state', { state: filter.state });
    if (filter.mine) query.andWhere('task.assigneeId = :me', { me: ctx.actor.id });
    if (filter.waiting) query.andWhere(waitingForMe, whoWaits(ctx));
    if (filter.service) query.andWhere('c.service = :service', { service: filter.service });
    if (filter.ids) query.andWhere('task.id = ANY(:ids::uuid[])', { ids: filter.ids });
    search(query, filter.q);
    return page(query, args, taskSortable, { field: 'createdAt', order: SortOrder.ASC });
  }

  /** Cases of the departments whose cases the actor may read, and those of which a task is or was his. */
  async cases(ctx: RequestContext, args: Page, filter: CaseFilter = {}): Promise<List<ServiceCase>> {
    const query = await this.visibleCases(ctx);
    if (filter.service) query.andWhere('c.service = :service', { service: filter.service });
    if (filter.state) query.andWhere('c.state = :state', { state: filter.state });
    if (filter.department) query.andWhere('c.orgUnitId = :department', { department: filter.department });
    if (filter.from) query.andWhere('c.submittedAt >= :from', { from: filter.from });
    if (filter.to) query.andWhere('c.submittedAt < :to', { to: filter.to });
    if (filter.ids) query.andWhere('c.id = ANY(:ids::uuid[])', { ids: filter.ids });
    search(query, filter.q);
    return page(query, args, caseSortable, { field: 'submittedAt', order: SortOrder.DESC });
  }

  async countsFor(ctx: RequestContext): Promise<CaseCounts> {
    const tasks = await (await this.visibleTasks(ctx))
      .andWhere('task.state IN (:...live)', { live: [TaskState.OPEN, TaskState.CLAIMED] })
      .select('count(*) FILTER (WHERE task.state = :claimed AND task.assignee_id::text = :me)::int', 'myTasks')
      .addSelect('count(*) FILTER (WHERE task.state = :open)::int', 'openTasks')
      .addSelect(`count(*) FILTER (WHERE (task.state = :open OR task.assignee_id::text = :me) AND task.created_at < now() - interval '${lateDays} days')::int`, 'lateTasks')
      .setParameters({ claimed: TaskState.CLAIMED, open: TaskState.OPEN, me: ctx.actor.id ?? '' })
      .getRawOne<Pick<CaseCounts, 'myTasks' | 'openTasks' | 'lateTasks'>>();
    const cases = await (await this.visibleCases(ctx))
      .andWhere('c.state IN (:...live)', { live: [CaseState.RUNNING, CaseState.INCIDENT] })
      .select('count(*)::int', 'runningCases')
      .addSelect('count(*) FILTER (WHERE c.state = :incident)::int', 'incidents')
      .setParameter('incident', CaseState.INCIDENT)
      .getRawOne<Pick<CaseCounts, 'runningCases' | 'incidents'>>();
    return { myTasks: tasks?.myTasks ?? 0, openTasks: tasks?.openTasks ?? 0, lateTasks: tasks?.lateTasks ?? 0, runningCases: cases?.runningCases ?? 0, incidents: cases?.incidents ?? 0 };
  }

  private async visibleTasks(ctx: RequestContext): Promise<SelectQueryBuilder<CaseTask>> {
    const query = ctx.manager.createQueryBuilder(CaseTask, 'task').innerJoin(ServiceCase, 'c', 'c.id = task.case_id');
    const capacity = await this.access.capacity(ctx);
    if (!capacity) return query.where(nobody);
    const { sql, params } = concernsCondition(capacity, 'c');
    return query.where(sql, params);
  }

  private async visibleCases(ctx: RequestContext): Promise<SelectQueryBuilder<ServiceCase>> {
    const query = ctx.manager.createQueryBuilder(ServiceCase, 'c');
    const scope = scopeOf(ctx.actor, Permission.CasesRead);
    if (scope === 'everywhere') return query.where('true');
    const capacity = await this.access.capacity(ctx);
    const concerned = capacity && concernsCondition(capacity, 'owner');
    const readable = readableIn(scope);
    if (!concerned) return query.where(readable.sql, readable.params);
    // Uncorrelated, so that it is evaluated once and not for each case; the department of a role's task is that of its own case.
    return query.where(`(${readable.sql} OR c.id IN (SELECT task.case_id FROM case_task task JOIN service_case owner ON owner.id = task.case_id WHERE ${concerned.sql}))`, { ...readable.params, ...concerned.params });
  }
}

function readableIn(scope: Scope | null): { sql: string; params: Record<string, unknown> } {
  if (scope === null || scope === 'everywhere') return { sql: scope === null ? nobody : 'true', params: {} };
  return { sql: 'c.org_unit_id = ANY(:readScope::uuid[])', params: { readScope: [...scope] } };
}

/** Characters that PostgreSQL takes in no parameter find nothing anyway. */
function search(query: SelectQueryBuilder<CaseTask> | SelectQueryBuilder<ServiceCase>, q?: string | null): void {
  searchPatterns((q ?? '').replaceAll('\0', '')).forEach((pattern, index) => query.andWhere(`c.search LIKE :q${index}`, { [`q${index}`]: pattern }));
}
