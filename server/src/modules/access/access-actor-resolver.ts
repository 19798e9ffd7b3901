import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, HallActor, Scope, UserActor } from '../../platform/actor/actor.js';
import { anonymous } from '../../platform/actor/actor.js';
import { ActorResolver } from '../../platform/actor/actor-resolver.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { OrgService } from '../org/org.service.js';
import { accessErrors } from './access.errors.js';
import { ApiKey } from './api-key.entity.js';
import { ApiKeyCache } from './api-key-cache.js';
import { RoleGrant } from './role-grant.entity.js';
import { permissionsOf } from './roles.js';
import { readSessionCookie } from './session-cookie.js';
import { hashToken } from './tokens.js';
import { User } from './user.entity.js';

/** `last_used_at` is for people who clean up keys: once a minute is exact enough. */
const lastUsedGranularityMs = 60_000;

@Injectable()
export class AccessActorResolver extends ActorResolver {
  constructor(
    private readonly database: DataSource,
    private readonly org: OrgService,
    private readonly keys: ApiKeyCache,
  ) {
    super();
  }

  async resolve(request: IncomingMessage): Promise<{ actor: Actor; language: string | null }> {
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (request.headers.authorization !== undefined) return { actor: await this.resolveKey(bearer ?? ''), language: null };
    const token = readSessionCookie(request);
    return token ? this.resolveSession(token) : { actor: anonymous, language: null };
  }

  private async resolveKey(secret: string): Promise<HallActor> {
    const key = secret ? await this.keys.find(hashToken(secret)) : null;
    if (!key || (key.expiresAt && key.expiresAt <= new Date())) throw new DomainError(accessErrors.INVALID_API_KEY);
    if (!key.lastUsedAt || Date.now() - key.lastUsedAt.getTime() > lastUsedGranularityMs) {
      key.lastUsedAt = new Date();
      await this.database.manager.update(ApiKey, key.id, { lastUsedAt: key.lastUsedAt });
    }
    return { kind: 'hall', id: key.id, name: key.name, channel: key.channel, realm: key.isPreview ? `preview:${key.createdBy}` : 'hall', permissions: new Map(key.scopes.map((scope) => [scope as Permission, 'everywhere' as const])) };
  }

  private async resolveSession(token: string): Promise<{ actor: Actor; language: string | null }> {
    const [row] = await this.database.query<{ session_id: string; user_id: string }[]>(
      `SELECT s.id AS session_id, s.user_id FROM session s JOIN app_user u ON u.id = s.user_id WHERE s.token_hash = $1 AND s.expires_at > now() AND NOT u.is_disabled`,
      [hashToken(token)],
    );
    if (!row) return { actor: anonymous, language: null };
    const user = await this.database.manager.findOneByOrFail(User, { id: row.user_id });
    return { actor: await this.actorOf(user, row.session_id), language: user.language };
  }

  private async actorOf(user: User, sessionId: string): Promise<UserActor> {
    const ctx = RequestContext.forSystem('access', this.database.manager);
    const grants = await this.database.manager.findBy(RoleGrant, { userId: user.id });
    const posts = await this.database.query<{ key: string }[]>('SELECT p.key FROM post_member m JOIN post p ON p.id = m.post_id WHERE m.user_id = $1', [user.id]);
    const orgUnits = user.departmentId ? await this.org.ancestors(ctx, user.departmentId) : [];
    return {
      kind: 'user',
      id: user.id,
      name: user.name,
      sessionId,
      permissions: await this.permissions(ctx, grants),
      orgUnitIds: orgUnits.map((unit) => unit.id),
      postKeys: posts.map((post) => post.key),
      roles: [...new Set(grants.map((grant) => grant.role))],
      mustChangePassword: user.mustChangePassword,
    };
  }

  private async permissions(ctx: RequestContext, grants: RoleGrant[]): Promise<Map<Permission, Scope>> {
    const result = new Map<Permission, Scope>();
    for (const grant of grants) {
      const scope: Scope = grant.scopeId === null ? 'everywhere' : new Set(await this.org.descendants(ctx, grant.scopeId));
      for (const permission of permissionsOf[grant.role]) result.set(permission, union(result.get(permission), scope));
    }
    return result;
  }
}

function union(a: Scope | undefined, b: Scope): Scope {
  if (a === undefined) return b;
  return a === 'everywhere' || b === 'everywhere' ? 'everywhere' : new Set([...a, ...b]);
}
