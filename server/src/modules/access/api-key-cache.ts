import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { EventBus } from '../../platform/events/event-bus.js';
import { ApiKey } from './api-key.entity.js';

/** A revocation reaches us by NOTIFY; when one is lost, a key is read anew after this long. */
const maxAgeMs = 5_000;
/** An installation has a handful of keys and some previews; a flood of wrong ones must not fill the memory. */
const maxKeys = 1_000;

/** Keys that are not revoked, by the hash of their secret, so that a hall's read needs no query. Wrong keys are not remembered. */
@Injectable()
export class ApiKeyCache {
  private readonly keys = new Map<string, { key: ApiKey; readAt: number }>();

  constructor(
    private readonly database: DataSource,
    events: EventBus,
  ) {
    events.subscribe('api-key', ({ id }) => this.forget(id));
    events.onReconnect(() => this.keys.clear());
  }

  async find(secretHash: string): Promise<ApiKey | null> {
    const known = this.keys.get(secretHash);
    if (known && Date.now() - known.readAt < maxAgeMs) return known.key;
    const readAt = Date.now();
    const key = await this.database.manager.findOneBy(ApiKey, { secretHash, revokedAt: IsNull() });
    this.keys.delete(secretHash);
    if (!key) return null;
    this.keys.set(secretHash, { key, readAt });
    if (this.keys.size > maxKeys) this.keys.delete(this.keys.keys().next().value!);
    return key;
  }

  forget(id: string): void {
    for (const [secretHash, { key }] of this.keys) if (key.id === id) this.keys.delete(secretHash);
  }
}
