import { Permission } from './permission.js';

/** Where a permission holds: everywhere, or for these org units (ids, descendants included). */
export type Scope = 'everywhere' | ReadonlySet<string>;

interface ActorBase {
  /** Stable id for the audit log. */
  id: string | null;
  name: string;
}

export interface UserActor extends ActorBase {
  kind: 'user';
  id: string;
  sessionId: string;
  permissions: ReadonlyMap<Permission, Scope>;
  /** Org unit of the person, with the units above it; for candidate groups of tasks. */
  orgUnitIds: readonly string[];
  postKeys: readonly string[];
  roles: readonly string[];
  /** A person who must change the password may do nothing else. */
  mustChangePassword: boolean;
}

export interface HallActor extends ActorBase {
  kind: 'hall';
  id: string;
  permissions: ReadonlyMap<Permission, Scope>;
  /** The channel that this key reads. */
  channel: string;
  /** Whose applicants these are: the hall's own, whatever key it uses, or those of one person's preview. */
  realm: string;
}

export interface SystemActor extends ActorBase {
  kind: 'system';
  id: null;
}

export interface AnonymousActor extends ActorBase {
  kind: 'anonymous';
  id: null;
}

export type Actor = UserActor | HallActor | SystemActor | AnonymousActor;

export const anonymous: AnonymousActor = { kind: 'anonymous', id: null, name: 'anonymous' };
export const system = (name: string): SystemActor => ({ kind: 'system', id: null, name });

/** Where the actor holds the permission; `null` where nowhere. */
export function scopeOf(actor: Actor, permission: Permission): Scope | null {
  switch (actor.kind) {
    case 'system':
      return 'everywhere';
    case 'anonymous':
      return permission === Permission.Public ? 'everywhere' : null;
    case 'hall':
      return permission === Permission.Public ? 'everywhere' : (actor.permissions.get(permission) ?? null);
    case 'user':
      if (permission === Permission.Public || permission === Permission.Authenticated) return 'everywhere';
      return actor.mustChangePassword ? null : (actor.permissions.get(permission) ?? null);
  }
}

/** Whether the actor holds the permission anywhere, or, with an org unit, there. A unit of `null` belongs to nobody and needs it everywhere. */
export function can(actor: Actor, permission: Permission, orgUnitId?: string | null): boolean {
  const scope = scopeOf(actor, permission);
  if (scope === null) return false;
  if (scope === 'everywhere' || orgUnitId === undefined) return true;
  return orgUnitId !== null && scope.has(orgUnitId);
}
