import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, HallActor, Scope } from '../../platform/actor/actor.js';
import { anonymous } from '../../platform/actor/actor.js';
import { ActorResolver } from '../../platform/actor/actor-resolver.js';
import { Permission } from '../../platform/actor/permission.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { accessErrors } from './access.errors.js';
import { ApiKey } from './api-key.entity.js';
import { ApiKeyCache } from './api-key-cache.js';
import { permissionsOf } from './roles.js';
import { readSessionCookie } from './session-cookie.js';
import { readSessionFacts, type SessionFacts } from './session-facts.js';
import { hashToken } from './tokens.js';

/** `last_used_at` is for people who clean up keys: once a minute is exact enough. */
const lastUsedGranularityMs = 60_000;

@Injectable()
export class AccessActorResolver extends ActorResolver {
  constructor(
    private readonly database: DataSource,
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
    const facts = await readSessionFacts(this.database.manager, hashToken(token));
    if (!facts) return { actor: anonymous, language: null };
    const { userId: id, name, sessionId, language, mustChangePassword, grants, postKeys, orgUnitIds } = facts;
    return { actor: { kind: 'user', id, name, sessionId, permissions: permissionsFrom(grants), orgUnitIds, postKeys, roles: [...new Set(grants.map(({ role }) => role))], mustChangePassword }, language };
  }
}

function permissionsFrom(grants: SessionFacts['grants']): Map<Permission, Scope> {
  const result = new Map<Permission, Scope>();
  for (const { role, units } of grants) {
    const scope: Scope = units === null ? 'everywhere' : new Set(units);
    for (const permission of permissionsOf[role]) result.set(permission, union(result.get(permission), scope));
  }
  return result;
}

function union(a: Scope | undefined, b: Scope): Scope {
  if (a === undefined) return b;
  return a === 'everywhere' || b === 'everywhere' ? 'everywhere' : new Set([...a, ...b]);
}
