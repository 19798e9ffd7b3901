import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RequestContext } from '../../../platform/actor/request-context.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { UploadsService } from '../../../platform/blobs/uploads.service.js';
import { ENVIRONMENT } from '../../../platform/configuration/configuration.module.js';
import type { Environment } from '../../../platform/configuration/environment.js';
import { DomainError, found } from '../../../platform/errors/domain-error.js';
import { log } from '../../../platform/logging/log.js';
import { PersonalDataService } from '../personal-data.service.js';
import { privacyErrors } from '../privacy.errors.js';
import { VaultService } from '../vault.service.js';
import { demandManage, requestOwner } from './demands.service.js';
import { RetentionRule } from './retention-rule.entity.js';

export interface Retention {
  kind: string;
  title: { zh: string; en: string };
  /** Null for ever. */
  days: number | null;
  defaultDays: number | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const longestDays = 36_500;
const batchSize = 100;
/** Serialises cleaning among replicas. */
const cleaningLock = 7_262_024;
/** What belongs to no module: archives of exports, and files that were sent and never used. */
const own: Retention[] = [
  { kind: 'export', title: { zh: '导出的个人信息文件', en: 'Exported archives' }, days: 7, defaultDays: 7 },
  { kind: 'upload', title: { zh: '未随办件提交的附件', en: 'Attachments never submitted' }, days: 7, defaultDays: 7 },
];

/** How long what is held of persons is kept, and the hourly cleaning that keeps to it. */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly data: PersonalDataService,
    private readonly vault: VaultService,
    private readonly uploads: UploadsService,
    private readonly audit: AuditService,
    private readonly database: DataSource,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.environment.runsOperations) return;
    this.timer = setInterval(() => void this.clean(RequestContext.forSystem('retention', this.database.manager)).catch((error: unknown) => log.warn({ err: error }, 'retention')), hourMs);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async list(ctx: RequestContext): Promise<Retention[]> {
    const rules = new Map((await ctx.manager.find(RetentionRule)).map((rule) => [rule.kind, rule.days]));
    const known = [...this.data.sources.map(({ kind, title, defaultDays }) => ({ kind, title, days: defaultDays, defaultDays })), ...own];
    return known.map((one) => ({ ...one, days: rules.has(one.kind) ? rules.get(one.kind)! : one.days }));
  }

  async set(ctx: RequestContext, kind: string, days: number | null): Promise<Retention> {
    demandManage(ctx);
    if (days !== null && (!Number.isInteger(days) || days < 1 || days > longestDays)) throw new DomainError(privacyErrors.RETENTION_INVALID, { field: 'days' });
    const before = found((await this.list(ctx)).find((one) => one.kind === kind), `retention of ${kind.slice(0, 40)}`);
    await ctx.manager.query('INSERT INTO retention_rule (kind, days, updated_by_name) VALUES ($1, $2, $3) ON CONFLICT (kind) DO UPDATE SET days = excluded.days, updated_at = now(), updated_by_name = excluded.updated_by_name', [kind, days, ctx.actor.name]);
    await this.audit.append(ctx, { action: 'privacy.set-retention', target: { kind: 'privacy', key: kind }, detail: { before: before.days, days } });
    return { ...before, days };
  }

  /** Erases what has been kept for long enough. Returns counts by kind. */
  async clean(ctx: RequestContext, now = new Date()): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { kind, days } of await this.list(ctx)) {
      if (days === null) continue;
      const before = new Date(now.getTime() - days * dayMs);
      for (let done = batchSize; done === batchSize; ) {
        done = await ctx.transaction((tx) => this.cleanBatch(tx, kind, before));
        if (done > 0) counts[kind] = (counts[kind] ?? 0) + done;
      }
    }
    return counts;
  }

  private async cleanBatch(ctx: RequestContext, kind: string, before: Date): Promise<number> {
    await ctx.manager.query('SELECT pg_advisory_xact_lock($1)', [cleaningLock]);
    const done = await this.eraseBatch(ctx, kind, before);
    if (done > 0) await this.audit.append(ctx, { action: 'privacy.expire', target: { kind: 'privacy', key: kind }, detail: { count: done, before: before.toISOString() } });
    return done;
  }

  private async eraseBatch(ctx: RequestContext, kind: string, before: Date): Promise<number> {
    if (kind === 'export') return this.removeExports(ctx, before);
    if (kind === 'upload') return this.removeUploads(ctx, before);
    const source = this.data.sources.find((one) => one.kind === kind)!;
    return (await source.erase(ctx, await source.expired(ctx, before, batchSize))).erased.length;
  }

  private async removeExports(ctx: RequestContext, before: Date): Promise<number> {
    const rows = await ctx.manager.query<{ id: string; blob: string }[]>('SELECT id, blob FROM privacy_request WHERE blob IS NOT NULL AND finished_at < $1 LIMIT $2', [before, batchSize]);
    await ctx.manager.query('UPDATE privacy_request SET blob = NULL WHERE id = ANY($1::uuid[])', [rows.map((row) => row.id)]);
    await this.vault.destroy(ctx, requestOwner('').kind, rows.map((row) => row.id));
    await this.uploads.discard(ctx, rows.map((row) => row.blob));
    return rows.length;
  }

  /** Sent by a hall (its key sent it), and no case names it. */
  private async removeUploads(ctx: RequestContext, before: Date): Promise<number> {
    const rows = await ctx.manager.query<{ sha256: string }[]>(
      `SELECT u.sha256 FROM upload u WHERE u.created_at < $1 AND EXISTS (SELECT 1 FROM api_key k WHERE k.id::text = u.created_by)
          AND NOT EXISTS (SELECT 1 FROM service_case c WHERE c.attachments @> ARRAY[u.sha256]) AND NOT EXISTS (SELECT 1 FROM service_case c WHERE NOT c.is_sealed)
          AND NOT EXISTS (SELECT 1 FROM upload other WHERE other.sha256 = u.sha256 AND other.created_at >= $1)
        GROUP BY u.sha256 LIMIT $2`,
      [before, batchSize],
    );
    return (await this.uploads.discard(ctx, rows.map((row) => row.sha256))).length;
  }
}
