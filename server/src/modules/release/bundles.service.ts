import { bundleHash, type BundleEntry, createView, type LoadedEntry } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { ContentsService } from '../config/contents.service.js';
import { Bundle, BundleEntryRow } from './bundle.entity.js';
import { Channel } from './channel.entity.js';
import { LoadedBundle } from './loaded-bundle.js';
import { releaseErrors } from './release.errors.js';

export { LoadedBundle } from './loaded-bundle.js';

/** Bundles kept in memory: those of both channels, one just left, and what running cases are pinned to. */
const cacheSize = 8;
/** Numbers of bundles are given out one at a time. */
const numberLock = 7_262_023;

@Injectable()
export class BundlesService {
  private readonly cache = new Map<string, Promise<LoadedBundle>>();

  constructor(private readonly contents: ContentsService) {}

  async channel(ctx: RequestContext, name: string): Promise<Channel> {
    const channel = await ctx.manager.findOneBy(Channel, { name });
    if (!channel) throw new DomainError(releaseErrors.UNKNOWN_CHANNEL, { params: { name: name.slice(0, 50) } });
    return channel;
  }

  /** What the channel shows now; null before the first release. */
  async current(ctx: RequestContext, channel: string): Promise<LoadedBundle | null> {
    const { bundle } = await this.channel(ctx, channel);
    return bundle === null ? null : this.load(ctx, bundle);
  }

  async load(ctx: RequestContext, sha256: string): Promise<LoadedBundle> {
    const known = this.cache.get(sha256);
    if (known) {
      this.cache.delete(sha256);
      this.cache.set(sha256, known);
      return known;
    }
    const loading = this.read(ctx, sha256);
    this.cache.set(sha256, loading);
    loading.catch(() => this.cache.delete(sha256));
    if (this.cache.size > cacheSize) this.cache.delete(this.cache.keys().next().value!);
    return loading;
  }

  async entries(ctx: RequestContext, sha256: string | null): Promise<BundleEntry[]> {
    if (sha256 === null) return [];
    const rows = await ctx.manager.find(BundleEntryRow, { where: { bundle: sha256 }, order: { kind: 'ASC', key: 'ASC' } });
    return rows.map(({ kind, key, sha256: content }) => ({ kind, key, sha256: content }));
  }

  /** The entries with their contents. */
  async loadEntries(ctx: RequestContext, entries: readonly BundleEntry[]): Promise<LoadedEntry[]> {
    const contents = await this.contents.getMany(ctx, entries.map((entry) => entry.sha256));
    return entries.map((entry) => ({ ...entry, body: found(contents.get(entry.sha256), `content ${entry.sha256}`).body }) as LoadedEntry);
  }

  /** Stores the set of entries as a bundle, or finds the one that is the same. */
  async create(ctx: RequestContext, entries: readonly BundleEntry[], parent: string | null, note: string): Promise<Bundle> {
    const sha256 = bundleHash(entries);
    await ctx.manager.query('SELECT pg_advisory_xact_lock($1)', [numberLock]);
    const existing = await ctx.manager.findOneBy(Bundle, { sha256 });
    if (existing) return existing;
    const [row] = await ctx.manager.query<{ n: number }[]>('SELECT coalesce(max(n), 0) + 1 AS n FROM bundle');
    await ctx.manager.insert(Bundle, { sha256, n: row!.n, parent, note, byId: ctx.actor.id, byName: ctx.actor.name });
    await ctx.manager.query(
      `INSERT INTO bundle_entry (bundle, kind, key, sha256) SELECT $1, e.kind, e.key, e.sha256 FROM jsonb_to_recordset($2) AS e(kind text, key text, sha256 text)`,
      [sha256, JSON.stringify(entries)],
    );
    return ctx.manager.findOneByOrFail(Bundle, { sha256 });
  }

  async find(ctx: RequestContext, sha256: string): Promise<Bundle | null> {
    return ctx.manager.findOneBy(Bundle, { sha256 });
  }

  private async read(ctx: RequestContext, sha256: string): Promise<LoadedBundle> {
    const bundle = await this.find(ctx, sha256);
    if (!bundle) throw new DomainError(releaseErrors.UNKNOWN_BUNDLE);
    const entries = await this.loadEntries(ctx, await this.entries(ctx, sha256));
    return new LoadedBundle(sha256, bundle.n, await createView(entries));
  }
}
