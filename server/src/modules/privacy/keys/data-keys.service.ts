import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { ENVIRONMENT } from '../../../platform/configuration/configuration.module.js';
import type { Environment } from '../../../platform/configuration/environment.js';
import { found } from '../../../platform/errors/domain-error.js';
import { DataKey, type KeyPurpose } from './data-key.entity.js';
import { decrypt, encrypt } from './envelope.js';
import { MasterKeys } from './master-keys.js';

export interface OpenKey {
  id: string;
  key: Buffer;
}

const keyLength = 32;
/** Serialises the making of keys among replicas. */
const keyLock = 7_262_023;

/** The keys between the master key and those of single records. */
@Injectable()
export class DataKeysService implements OnApplicationBootstrap {
  private readonly opened = new Map<string, Buffer>();

  constructor(
    private readonly masters: MasterKeys,
    private readonly database: DataSource,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** A server that cannot read what it holds does not start: it would refuse every case. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.environment.runsOperations) return;
    for (const { master } of await this.database.query<{ master: string }[]>('SELECT DISTINCT master FROM data_key')) this.masters.find(master);
  }

  /** The key that new records use. Made where there is none. */
  async active(ctx: RequestContext, purpose: KeyPurpose): Promise<OpenKey> {
    const row = await ctx.manager.findOneBy(DataKey, { purpose, retiredAt: IsNull() });
    return row ? this.open(row) : ctx.transaction((tx) => this.create(tx, purpose));
  }

  async get(ctx: RequestContext, id: string): Promise<Buffer> {
    const known = this.opened.get(id);
    if (known) return known;
    return this.open(found(await ctx.manager.findOneBy(DataKey, { id }), 'data key')).key;
  }

  /** Retires the active record key and makes the next. */
  async replace(ctx: RequestContext): Promise<void> {
    await this.lock(ctx);
    await ctx.manager.query(`UPDATE data_key SET retired_at = now() WHERE purpose = 'record' AND retired_at IS NULL`);
    await this.insert(ctx, 'record');
  }

  /** Wraps every data key that an earlier master key wraps by the present one. May be interrupted and run again. */
  async rewrapByMaster(ctx: RequestContext): Promise<number> {
    const present = this.masters.firstOrNew();
    const rows = await ctx.manager.createQueryBuilder(DataKey, 'k').where('k.master <> :present', { present: present.fingerprint }).getMany();
    for (const row of rows) {
      const wrapped = this.wrap(this.open(row), row.purpose, present.key);
      await ctx.manager.query('UPDATE data_key SET wrapped = $1, master = $2 WHERE id = $3 AND master = $4', [wrapped, present.fingerprint, row.id, row.master]);
    }
    return rows.length;
  }

  private async create(ctx: RequestContext, purpose: KeyPurpose): Promise<OpenKey> {
    await this.lock(ctx);
    const row = await ctx.manager.findOneBy(DataKey, { purpose, retiredAt: IsNull() });
    return row ? this.open(row) : this.insert(ctx, purpose);
  }

  private lock(ctx: RequestContext): Promise<unknown> {
    return ctx.manager.query('SELECT pg_advisory_xact_lock($1)', [keyLock]);
  }

  /** The master key file may be made only while nothing is wrapped by another. */
  private async insert(ctx: RequestContext, purpose: KeyPurpose): Promise<OpenKey> {
    const [any] = await ctx.manager.query<{ master: string }[]>('SELECT master FROM data_key ORDER BY created_at DESC LIMIT 1');
    const [present] = this.masters.all();
    const master = present ?? (any ? this.masters.find(any.master) : this.masters.firstOrNew());
    const made: OpenKey = { id: randomUUID(), key: randomBytes(keyLength) };
    await ctx.manager.insert(DataKey, { id: made.id, purpose, wrapped: this.wrap(made, purpose, master.key), master: master.fingerprint });
    return made;
  }

  private open({ id, purpose, wrapped, master }: DataKey): OpenKey {
    const key = this.opened.get(id) ?? decrypt(this.masters.find(master).key, Buffer.from(wrapped, 'base64'), placeOf(id, purpose));
    this.opened.set(id, key);
    return { id, key };
  }

  private wrap({ id, key }: OpenKey, purpose: KeyPurpose, master: Buffer): string {
    return encrypt(master, key, placeOf(id, purpose)).toString('base64');
  }
}

const placeOf = (id: string, purpose: KeyPurpose) => `data-key/${purpose}/${id}`;
