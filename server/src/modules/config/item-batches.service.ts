import { randomUUID } from 'node:crypto';
import { type KindName, keyPattern } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { configErrors } from './config.errors.js';
import { ConfigDraft } from './config-draft.entity.js';
import { ConfigItem } from './config-item.entity.js';
import { type Content, ContentsService } from './contents.service.js';
import { ItemsService } from './items.service.js';
import { ProjectionsService } from './projections.service.js';

export interface BatchEntry {
  key: string;
  body: unknown;
  /** Owner of a new item whose content names none. */
  orgUnitId?: string | null;
}

export interface BatchOptions {
  /** Whether items of this owner may be written; by default what the actor may. Operations run as the system and say here what their author may. */
  mayWrite?(orgUnitId: string | null): boolean;
}

export interface BatchOutcome {
  created: string[];
  updated: string[];
  unchanged: string[];
}

interface Written {
  item: ConfigItem;
  content: Content;
  before: string | null;
}

/** Writes drafts of many items of one kind in as few statements as one of them would take. Runs in the caller's transaction. */
@Injectable()
export class ItemBatchesService {
  constructor(
    private readonly contents: ContentsService,
    private readonly items: ItemsService,
    private readonly projections: ProjectionsService,
    private readonly audit: AuditService,
  ) {}

  /** Creates the items that are missing, replaces the drafts of the others, and brings back what was deleted. Keys must differ. */
  async put(ctx: RequestContext, kind: KindName, entries: readonly BatchEntry[], options: BatchOptions = {}): Promise<BatchOutcome> {
    const contents = entries.map(({ key, body }) => {
      if (!keyPattern.test(key)) throw new DomainError(configErrors.INVALID_KEY, { field: `${kind}/${key.slice(0, 80)}` });
      return this.contents.prepare(ctx, kind, body, `${kind}/${key}`);
    });
    await this.contents.putMany(ctx, contents);
    const known = await this.lock(ctx, kind, entries);
    const written: Written[] = [];
    const unchanged: string[] = [];
    for (const [index, entry] of entries.entries()) {
      const content = contents[index]!;
      const { item, sha256 } = known.get(entry.key) ?? { item: this.newItem(ctx, kind, entry), sha256: null };
      if (sha256 === content.sha256 && item.deletedAt === null) {
        unchanged.push(entry.key);
        continue;
      }
      const isMine = options.mayWrite ?? ((orgUnitId) => can(ctx.actor, Permission.ConfigWrite, orgUnitId));
      const wasMine = sha256 === null || isMine(item.orgUnitId);
      await this.items.describe(ctx, item, content);
      if (!wasMine || !isMine(item.orgUnitId)) throw new DomainError(commonErrors.FORBIDDEN, { field: `${kind}/${entry.key}` });
      written.push({ item, content, before: sha256 });
    }
    const created = written.filter(({ before }) => before === null);
    const updated = written.filter(({ before }) => before !== null);
    await this.insert(ctx, created);
    await this.update(ctx, updated);
    await this.projections.of(kind)?.projectMany(ctx, written.map(({ item, content }) => ({ item, body: content.body, sha256: content.sha256 })));
    await this.audit.appendMany(ctx, written.map((one) => auditOf(one)));
    const keys = (list: Written[]) => list.map(({ item }) => item.key);
    return { created: keys(created), updated: keys(updated), unchanged };
  }

  /** The items that exist, with the hashes of their drafts; locked, so that nobody saves meanwhile. */
  private async lock(ctx: RequestContext, kind: KindName, entries: readonly BatchEntry[]): Promise<Map<string, { item: ConfigItem; sha256: string }>> {
    const items = await ctx.manager.findBy(ConfigItem, { kind, key: In(entries.map((entry) => entry.key)) });
    const drafts = await ctx.manager.query<{ item_id: string; sha256: string }[]>('SELECT item_id, sha256 FROM config_draft WHERE item_id = ANY($1::uuid[]) ORDER BY item_id FOR UPDATE', [
      items.map((item) => item.id),
    ]);
    const hashes = new Map(drafts.map((draft) => [draft.item_id, draft.sha256]));
    return new Map(items.map((item) => [item.key, { item, sha256: hashes.get(item.id)! }]));
  }

  private newItem(ctx: RequestContext, kind: KindName, entry: BatchEntry): ConfigItem {
    return ctx.manager.create(ConfigItem, { id: randomUUID(), kind, key: entry.key, orgUnitId: entry.orgUnitId ?? null, title: '', search: '', deletedAt: null });
  }

  private async insert(ctx: RequestContext, created: readonly Written[]): Promise<void> {
    if (created.length === 0) return;
    const items = created.map(({ item: { id, kind, key, orgUnitId, title, search } }) => ({ id, kind, key, orgUnitId, title, search }));
    const inserted = await ctx.manager.createQueryBuilder().insert().into(ConfigItem).values(items).orIgnore().returning('id').execute();
    const ids = new Set((inserted.raw as { id: string }[]).map((row) => row.id));
    const lost = items.find((item) => !ids.has(item.id));
    if (lost) throw new DomainError(configErrors.KEY_TAKEN, { field: `${lost.kind}/${lost.key}`, params: { key: lost.key } });
    const author = { byId: ctx.actor.id, byName: ctx.actor.name };
    await ctx.manager.insert(ConfigDraft, created.map(({ item, content }) => ({ itemId: item.id, rev: 1, sha256: content.sha256, baseVersion: null, ...author })));
  }

  private async update(ctx: RequestContext, updated: readonly Written[]): Promise<void> {
    if (updated.length === 0) return;
    const column = (value: (one: Written) => unknown) => updated.map(value);
    await ctx.manager.query(
      `UPDATE config_item i SET title = u.title, search = u.search, org_unit_id = u.org_unit_id, deleted_at = NULL
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) AS u (id, title, search, org_unit_id) WHERE i.id = u.id`,
      [column(({ item }) => item.id), column(({ item }) => item.title), column(({ item }) => item.search), column(({ item }) => item.orgUnitId)],
    );
    await ctx.manager.query(
      `UPDATE config_draft d SET rev = d.rev + 1, sha256 = u.sha256, by_id = $3, by_name = $4, at = now()
         FROM unnest($1::uuid[], $2::text[]) AS u (id, sha256) WHERE d.item_id = u.id`,
      [column(({ item }) => item.id), column(({ content }) => content.sha256), ctx.actor.id, ctx.actor.name],
    );
  }
}

function auditOf({ item, content, before }: Written) {
  const target = { kind: item.kind, key: item.key };
  return before === null
    ? { action: 'config.create', target, detail: { sha256: content.sha256 } }
    : { action: 'config.save-draft', target, detail: { before, after: content.sha256 } };
}
