import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { accessErrors } from './access.errors.js';
import { ApiKey } from './api-key.entity.js';
import { ApiKeyCache } from './api-key-cache.js';
import { applicantSecretOf, hashToken, newToken } from './tokens.js';

export const hallScopes: readonly string[] = [Permission.HallRead, Permission.HallInterpret, Permission.HallCases, Permission.HallChat, Permission.HallPush];
/** Characters of a key that stay readable. */
const prefixLength = 10;

export interface NewApiKey {
  name: string;
  scopes: string[];
  channel?: string;
  expiresAt?: Date | null;
  isPreview?: boolean;
}

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly audit: AuditService,
    private readonly events: EventBus,
    private readonly cache: ApiKeyCache,
  ) {}

  /** The key itself is returned once and kept nowhere. */
  async create(ctx: RequestContext, input: NewApiKey): Promise<{ apiKey: ApiKey; secret: string }> {
    const unknown = input.scopes.find((scope) => !hallScopes.includes(scope));
    if (unknown !== undefined) throw new DomainError(accessErrors.INVALID_SCOPE, { field: 'input.scopes', params: { scope: unknown } });
    const secret = `bsk_${newToken()}`;
    const id = randomUUID();
    await ctx.manager.insert(ApiKey, {
      id,
      name: input.name,
      prefix: secret.slice(0, prefixLength),
      secretHash: hashToken(secret),
      scopes: input.scopes,
      channel: input.channel ?? 'hall',
      createdBy: ctx.actor.id,
      expiresAt: input.expiresAt ?? null,
      isPreview: input.isPreview ?? false,
    });
    await this.audit.append(ctx, { action: 'access.create-api-key', target: { kind: 'api-key', key: id }, detail: { name: input.name, scopes: input.scopes, channel: input.channel ?? 'hall' } });
    return { apiKey: await this.get(ctx, id), secret };
  }

  async revoke(ctx: RequestContext, id: string): Promise<ApiKey> {
    const key = await this.get(ctx, id);
    if (!key.revokedAt) {
      await ctx.manager.update(ApiKey, id, { revokedAt: new Date() });
      await this.events.publish(ctx, 'api-key', { id });
      ctx.afterCommit(() => this.cache.forget(id));
      await this.audit.append(ctx, { action: 'access.revoke-api-key', target: { kind: 'api-key', key: id }, detail: { name: key.name } });
    }
    return this.get(ctx, id);
  }

  /** Secret with which the key's hall signs applicant tokens. */
  async applicantSecret(ctx: RequestContext, id: string): Promise<Uint8Array> {
    return applicantSecretOf((await this.get(ctx, id)).secretHash);
  }

  private async get(ctx: RequestContext, id: string): Promise<ApiKey> {
    return found(await ctx.manager.findOneBy(ApiKey, { id }), 'API key');
  }
}
