import { configKinds, type ConfigKind, type KindName } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { configErrors } from './config.errors.js';
import { ConfigDraft } from './config-draft.entity.js';
import type { ConfigItem } from './config-item.entity.js';
import { ConfigVersion } from './config-version.entity.js';
import { type Content, ContentsService } from './contents.service.js';
import { ItemsService } from './items.service.js';

export interface DraftAddress {
  kind: string;
  key: string;
  /** Revision that the editor has seen. */
  rev: number;
}

/** Editing: one draft per item, saved only over the revision that was seen; versions kept from it and restored into it. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly items: ItemsService,
    private readonly contents: ContentsService,
    private readonly audit: AuditService,
  ) {}

  async get(ctx: RequestContext, itemId: string): Promise<ConfigDraft> {
    return ctx.manager.findOneByOrFail(ConfigDraft, { itemId });
  }

  /** Throws CONFLICT with the other person's content and what it changes against ours. */
  async save(ctx: RequestContext, at: DraftAddress, body: unknown): Promise<ConfigItem> {
    const item = await this.items.getEditable(ctx, at.kind, at.key);
    const content = await this.contents.put(ctx, item.kind, body);
    const before = await this.get(ctx, item.id);
    if (before.rev === at.rev && before.sha256 === content.sha256) return item;
    await this.replace(ctx, item, at.rev, content, before.baseVersion);
    await this.audit.append(ctx, { action: 'config.save-draft', target: { kind: item.kind, key: item.key }, detail: { before: before.sha256, after: content.sha256 } });
    return this.items.get(ctx, at.kind, at.key);
  }

  /** Keeps the draft as a numbered version. */
  async saveVersion(ctx: RequestContext, at: DraftAddress, note: string): Promise<ConfigItem> {
    const item = await this.items.getEditable(ctx, at.kind, at.key);
    const draft = await this.lock(ctx, item, at.rev);
    if ((await this.latestVersion(ctx, item.id))?.sha256 === draft.sha256) throw new DomainError(configErrors.NOTHING_CHANGED);
    await this.keep(ctx, item, draft.sha256, note);
    return this.items.get(ctx, at.kind, at.key);
  }

  /** The number of the version with this content: the latest if it has it, else a new one. Used by releases, which publish versions. */
  async keep(ctx: RequestContext, item: ConfigItem, sha256: string, note: string): Promise<number> {
    const latest = await this.latestVersion(ctx, item.id);
    if (latest?.sha256 === sha256) return latest.n;
    const n = (latest?.n ?? 0) + 1;
    await ctx.manager.insert(ConfigVersion, { itemId: item.id, n, sha256, note, byId: ctx.actor.id, byName: ctx.actor.name });
    await ctx.manager.update(ConfigDraft, { itemId: item.id, sha256 }, { baseVersion: n });
    await this.audit.append(ctx, { action: 'config.save-version', target: { kind: item.kind, key: item.key }, detail: { n, sha256, note } });
    return n;
  }

  /** Puts a version's content into the draft. */
  async restore(ctx: RequestContext, at: DraftAddress, n: number): Promise<ConfigItem> {
    const item = await this.items.getEditable(ctx, at.kind, at.key);
    const version = found(await ctx.manager.findOneBy(ConfigVersion, { itemId: item.id, n }), `version ${n}`);
    await this.replace(ctx, item, at.rev, await this.contents.get(ctx, version.sha256), n);
    await this.audit.append(ctx, { action: 'config.restore', target: { kind: item.kind, key: item.key }, detail: { n } });
    return this.items.get(ctx, at.kind, at.key);
  }

  /** Back to the latest version. */
  async discard(ctx: RequestContext, at: DraftAddress): Promise<ConfigItem> {
    const item = await this.items.getEditable(ctx, at.kind, at.key);
    const latest = await this.latestVersion(ctx, item.id);
    if (!latest) throw new DomainError(configErrors.NO_VERSION);
    return this.restore(ctx, at, latest.n);
  }

  latestVersion(ctx: RequestContext, itemId: string): Promise<ConfigVersion | null> {
    return ctx.manager.findOne(ConfigVersion, { where: { itemId }, order: { n: 'DESC' } });
  }

  private async replace(ctx: RequestContext, item: ConfigItem, rev: number, content: Content, baseVersion: number | null): Promise<void> {
    const [rows] = await ctx.manager.query<[unknown[], number]>(
      `UPDATE config_draft SET rev = rev + 1, sha256 = $3, base_version = $4, by_id = $5, by_name = $6, at = now() WHERE item_id = $1 AND rev = $2 RETURNING rev`,
      [item.id, rev, content.sha256, baseVersion, ctx.actor.id, ctx.actor.name],
    );
    if (rows.length === 0) throw await this.conflict(ctx, item, content);
    await this.items.project(ctx, item, content);
  }

  private async lock(ctx: RequestContext, item: ConfigItem, rev: number): Promise<ConfigDraft> {
    const draft = await ctx.manager.findOneOrFail(ConfigDraft, { where: { itemId: item.id }, lock: { mode: 'pessimistic_write' } });
    if (draft.rev !== rev) throw await this.conflict(ctx, item, await this.contents.get(ctx, draft.sha256));
    return draft;
  }

  private async conflict(ctx: RequestContext, item: ConfigItem, ours: Content): Promise<DomainError> {
    const draft = await this.get(ctx, item.id);
    const theirs = await this.contents.get(ctx, draft.sha256);
    const changes = diffOf(item.kind, ours, theirs).map(({ label, ...change }) => ({ ...change, label: label[ctx.language] }));
    return new DomainError(configErrors.CONFLICT, {
      field: 'input.rev',
      params: { name: draft.byName },
      details: { rev: draft.rev, by: { id: draft.byId, name: draft.byName }, at: draft.at, body: theirs.body, changes },
    });
  }
}

export function diffOf(kind: KindName, before: Content | null, after: Content | null) {
  return (configKinds[kind] as ConfigKind).diff(before?.body ?? null, after?.body ?? null);
}
