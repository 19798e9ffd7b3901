import { can, type Scope, scopeOf } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';

/** A conversation about no department's service is anybody's who sits at a desk. */
export function mayHandle(ctx: RequestContext, orgUnitId: string | null): boolean {
  return can(ctx.actor, Permission.DeskHandle, orgUnitId ?? undefined);
}

/** The same as a condition on `dialog_session s`, with the parameter that it needs. */
export function mayHandleCondition(ctx: RequestContext): { sql: string; units: string[] } {
  const scope: Scope | null = scopeOf(ctx.actor, Permission.DeskHandle);
  if (scope === null) return { sql: 'false', units: [] };
  return scope === 'everywhere' ? { sql: 'true', units: [] } : { sql: '(session.orgUnitId IS NULL OR session.orgUnitId = ANY(:units::uuid[]))', units: [...scope] };
}
