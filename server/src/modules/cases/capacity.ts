import { can, type Scope, scopeOf, type UserActor } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { CaseTask } from './case-task.entity.js';
import { TaskState } from './case.types.js';
import type { ServiceCase } from './service-case.entity.js';

/** In what capacity a person handles tasks: what candidate groups of tasks may name. */
export interface Capacity {
  userId: string;
  /** `post:`, `department:` and his own `user:` groups, wherever the case comes from. */
  groups: string[];
  /** `role:` groups, for cases of the departments in `scope`. */
  roles: string[];
  scope: Scope;
}

export interface PlaceOfPerson {
  /** Own department and those above it, nearest first. */
  units: { id: string; key: string }[];
  posts: { key: string; orgUnitId: string }[];
}

/** The group of one person, to whom the workflow assigns a task by name. */
export const userGroup = (userId: string) => `user:${userId}`;

/** `RELEASE_MANAGER` is `role:release-manager` in a workflow. */
const roleGroup = (role: string) => `role:${role.toLowerCase().replaceAll('_', '-')}`;

/** Null for who may not handle cases at all. A department or post counts only where the permission holds there. */
export function capacityOf(actor: UserActor, place: PlaceOfPerson): Capacity | null {
  const scope = scopeOf(actor, Permission.CasesHandle);
  if (scope === null) return null;
  const handlesAt = (unit: string | undefined) => unit !== undefined && can(actor, Permission.CasesHandle, unit);
  const departments = handlesAt(place.units[0]?.id) ? place.units.map((unit) => `department:${unit.key}`) : [];
  const posts = place.posts.filter((post) => handlesAt(post.orgUnitId)).map((post) => `post:${post.key}`);
  return { userId: actor.id, groups: [userGroup(actor.id), ...departments, ...posts], roles: actor.roles.map(roleGroup), scope };
}

export function mayHandle(capacity: Capacity, task: Pick<CaseTask, 'candidateGroups'>, { orgUnitId }: Pick<ServiceCase, 'orgUnitId'>): boolean {
  const { groups, roles, scope } = capacity;
  if (task.candidateGroups.some((group) => groups.includes(group))) return true;
  const isInScope = scope === 'everywhere' || (orgUnitId !== null && scope.has(orgUnitId));
  return isInScope && task.candidateGroups.some((group) => roles.includes(group));
}

/** Whether the task gives the person sight of its case: it waits for him among others, or is or was his. */
export function concerns(capacity: Capacity, task: Pick<CaseTask, 'candidateGroups' | 'assigneeId' | 'state'>, row: Pick<ServiceCase, 'orgUnitId'>): boolean {
  const isLive = task.state === TaskState.OPEN || task.state === TaskState.CLAIMED;
  return task.assigneeId === capacity.userId || (isLive && mayHandle(capacity, task, row));
}

/** The same as `concerns`, as a condition over `task` and its case. The states are literals, so that the partial index serves it. */
export function concernsCondition(capacity: Capacity, row: string): { sql: string; params: Record<string, unknown> } {
  const isEverywhere = capacity.scope === 'everywhere';
  const byRole = `task.candidate_groups && :handleRoles::text[]${isEverywhere ? '' : ` AND ${row}.org_unit_id = ANY(:handleScope::uuid[])`}`;
  return {
    sql: `(task.assignee_id = :handler::uuid OR (task.state IN ('OPEN', 'CLAIMED') AND (task.candidate_groups && :handleGroups::text[] OR (${byRole}))))`,
    params: { handler: capacity.userId, handleGroups: capacity.groups, handleRoles: capacity.roles, ...(isEverywhere ? {} : { handleScope: [...(capacity.scope as ReadonlySet<string>)] }) },
  };
}
