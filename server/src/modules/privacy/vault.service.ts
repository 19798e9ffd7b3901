import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { In } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { DataKeysService, type OpenKey } from './keys/data-keys.service.js';
import { decrypt, encrypt, fromEnvelope, toEnvelope } from './keys/envelope.js';
import { VaultKey } from './keys/vault-key.entity.js';
import { privacyErrors } from './privacy.errors.js';
import type { Sealed, VaultOwner } from './privacy.types.js';

export interface IndexedValue {
  /** What it is, such as `resident-id`. */
  kind: string;
  value: string;
}

/** Shorter values would be found by trying them all. */
const shortestIndexed = 6;

/**
 * Seals values so that only this installation reads them, each owner's under a key of its own, bound to owner and place:
 * moved elsewhere, a sealed value opens for nobody.
 */
@Injectable()
export class VaultService {
  constructor(private readonly keys: DataKeysService) {}

  async seal(ctx: RequestContext, owner: VaultOwner, place: string, value: unknown): Promise<Sealed> {
    const { id, key } = await this.keyFor(ctx, owner);
    return { sealed: toEnvelope(id, encrypt(key, Buffer.from(JSON.stringify(value ?? null)), aadOf(owner, place))) };
  }

  /** By place. */
  async sealMany(ctx: RequestContext, owner: VaultOwner, values: Readonly<Record<string, unknown>>): Promise<Record<string, Sealed>> {
    const sealed: Record<string, Sealed> = {};
    for (const [place, value] of Object.entries(values)) sealed[place] = await this.seal(ctx, owner, place, value);
    return sealed;
  }

  /** Throws DATA_ERASED where the owner's key was destroyed. */
  async open<T>(ctx: RequestContext, owner: VaultOwner, place: string, { sealed }: Sealed): Promise<T> {
    const envelope = fromEnvelope(sealed);
    if (!envelope) throw new DomainError(privacyErrors.DATA_TAMPERED);
    const key = await this.loader(ctx).load(envelope.keyId);
    if (!key) throw new DomainError(privacyErrors.DATA_ERASED);
    try {
      return JSON.parse(decrypt(key, envelope.encrypted, aadOf(owner, place)).toString()) as T;
    } catch {
      throw new DomainError(privacyErrors.DATA_TAMPERED, { details: { kind: owner.kind, place } });
    }
  }

  /** In the order given; one query for the keys of all. */
  openMany<T>(ctx: RequestContext, values: readonly { owner: VaultOwner; place: string; sealed: Sealed }[]): Promise<T[]> {
    return Promise.all(values.map(({ owner, place, sealed }) => this.open<T>(ctx, owner, place, sealed)));
  }

  /** The key of the owner and its id; made where there is none. Not to be kept. */
  async keyFor(ctx: RequestContext, owner: VaultOwner): Promise<OpenKey> {
    const known = await this.findKey(ctx, owner);
    if (known) return known;
    const dataKey = await this.keys.active(ctx, 'record');
    const made: OpenKey = { id: randomUUID(), key: randomBytes(32) };
    const wrapped = encrypt(dataKey.key, made.key, wrapPlace(made.id)).toString('base64');
    await ctx.manager.query('INSERT INTO vault_key (id, kind, target, data_key, wrapped) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (kind, target) DO NOTHING', [made.id, owner.kind, owner.id, dataKey.id, wrapped]);
    return (await this.findKey(ctx, owner))!;
  }

  /** Adds to what an administrator may find the owner by. Values that it had before are kept. */
  async remember(ctx: RequestContext, owner: VaultOwner, values: readonly IndexedValue[]): Promise<void> {
    const long = values.filter(({ value }) => normalised(value).length >= shortestIndexed);
    if (long.length === 0) return;
    const { key } = await this.keys.active(ctx, 'index');
    const digests = long.map(({ kind, value }) => ({ kind, digest: digestOf(key, value) }));
    const { id } = await this.keyFor(ctx, owner);
    await ctx.manager.query('INSERT INTO vault_index (vault_key, digest, kind) SELECT $1, d.digest, d.kind FROM unnest($2::text[], $3::text[]) AS d(digest, kind) ON CONFLICT DO NOTHING', [id, digests.map((one) => one.digest), digests.map((one) => one.kind)]);
  }

  /** Puts these values in the place of all that the owner was found by. */
  async rememberOnly(ctx: RequestContext, owner: VaultOwner, values: readonly IndexedValue[]): Promise<void> {
    const { id } = await this.keyFor(ctx, owner);
    await ctx.manager.query('DELETE FROM vault_index WHERE vault_key = $1', [id]);
    await this.remember(ctx, owner, values);
  }

  /** The owners that hold the value somewhere. */
  async ownersOf(ctx: RequestContext, value: string): Promise<VaultOwner[]> {
    if (normalised(value).length < shortestIndexed) return [];
    return ctx.manager.query<VaultOwner[]>('SELECT DISTINCT k.kind, k.target AS id FROM vault_index i JOIN vault_key k ON k.id = i.vault_key WHERE i.digest = $1 LIMIT 1000', [await this.digest(ctx, value)]);
  }

  /** The same for the same value, whatever its spelling, and to nobody without the key a way back to it. */
  async digest(ctx: RequestContext, value: string): Promise<string> {
    return digestOf((await this.keys.active(ctx, 'index')).key, value);
  }

  /** A digest of exact text, such as the hash of what was submitted, which could be found by trying otherwise. */
  async fingerprint(ctx: RequestContext, text: string): Promise<string> {
    const { key } = await this.keys.active(ctx, 'index');
    return createHmac('sha256', key).update('text\n').update(text).digest('base64url');
  }

  /** Keyed digests for one use, as hexadecimal digits. */
  async digester(ctx: RequestContext, use: string): Promise<(text: string) => string> {
    const { key } = await this.keys.active(ctx, 'index');
    return (text) => createHmac('sha256', key).update(`${use}\n`).update(text).digest('hex');
  }

  /** Drops the keys: nothing that was sealed for these owners is ever read again. */
  async destroy(ctx: RequestContext, kind: string, ids: readonly string[]): Promise<void> {
    const of = 'SELECT id FROM vault_key WHERE kind = $1 AND target = ANY($2::text[])';
    await ctx.manager.query(`DELETE FROM vault_index WHERE vault_key IN (${of})`, [kind, ids]);
    await ctx.manager.query(`DELETE FROM mask_session WHERE vault_key IN (${of})`, [kind, ids]);
    await ctx.manager.query('UPDATE vault_key SET wrapped = NULL, destroyed_at = now() WHERE kind = $1 AND target = ANY($2::text[]) AND destroyed_at IS NULL', [kind, ids]);
    this.loader(ctx).clearAll();
  }

  private async findKey(ctx: RequestContext, owner: VaultOwner): Promise<OpenKey | null> {
    const row = await ctx.manager.findOneBy(VaultKey, { kind: owner.kind, target: owner.id });
    if (!row) return null;
    const key = await this.unwrap(ctx, row);
    if (!key) throw new DomainError(privacyErrors.DATA_ERASED);
    return { id: row.id, key };
  }

  private async unwrap(ctx: RequestContext, { id, dataKey, wrapped }: VaultKey): Promise<Buffer | null> {
    return wrapped === null ? null : decrypt(await this.keys.get(ctx, dataKey), Buffer.from(wrapped, 'base64'), wrapPlace(id));
  }

  private loader(ctx: RequestContext): DataLoader<string, Buffer | null> {
    return ctx.loader(this, () => new DataLoader<string, Buffer | null>(async (ids) => {
      const rows = new Map((await ctx.manager.findBy(VaultKey, { id: In([...ids]) })).map((row) => [row.id, row]));
      const keys: (Buffer | null)[] = [];
      for (const id of ids) keys.push(rows.has(id) ? await this.unwrap(ctx, rows.get(id)!) : null);
      return keys;
    }));
  }
}

export const wrapPlace = (id: string) => `vault-key/${id}`;
const aadOf = ({ kind, id }: VaultOwner, place: string) => `${kind}\n${id}\n${place}`;
const digestOf = (key: Buffer, value: string) => createHmac('sha256', key).update(normalised(value)).digest('base64url');
/** ID numbers with and without blanks, in full width, with a small x are one. */
const normalised = (value: string) => value.normalize('NFKC').replace(/[\s\-·.]/g, '').toUpperCase();
