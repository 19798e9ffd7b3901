import { randomUUID } from 'node:crypto';
import { configKinds, type ConfigKind, isKindName, keyPattern, type KindName } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError, found } from '../../platform/errors/domain-error.js';
import { searchTextOf } from '../../platform/search/search-text.js';
import { configErrors } from './config.errors.js';
import { ConfigDraft } from './config-draft.entity.js';
import { ConfigItem } from './config-item.entity.js';
import { type Content, ContentsService } from './contents.service.js';
import { ProjectionsService } from './projections.service.js';
import { ReferencesService } from './references.service.js';

export interface NewItem {
  kind: string;
  key: string;
  body: unknown;
  orgUnitId?: string | null;
}

/** Items of every kind: made, deleted, found. What they contain is edited by `DraftsService`. */
@Injectable()
export class ItemsService {
  constructor(
    private readonly contents: ContentsService,
    private readonly projections: ProjectionsService,
    private readonly references: ReferencesService,
    private readonly audit: AuditService,
  ) {}

  async find(ctx: RequestContext, kind: string, key: string): Promise<ConfigItem | null> {
    return ctx.manager.findOneBy(ConfigItem, { kind: knownKind(kind), key });
  }

  async get(ctx: RequestContext, kind: string, key: string): Promise<ConfigItem> {
    return found(await this.find(ctx, kind, key), `${kind}/${key}`);
  }

  /** The item, if the actor may edit it. */
  async getEditable(ctx: RequestContext, kind: string, key: string): Promise<ConfigItem> {
    const item = await this.get(ctx, kind, key);
    if (!can(ctx.actor, Permission.ConfigWrite, item.orgUnitId)) throw new DomainError(commonErrors.FORBIDDEN);
    if (item.deletedAt) throw new DomainError(configErrors.ITEM_DELETED, { params: { key } });
    return item;
  }

  async create(ctx: RequestContext, input: NewItem): Promise<ConfigItem> {
    const kind = knownKind(input.kind);
    if (!keyPattern.test(input.key)) throw new DomainError(configErrors.INVALID_KEY, { field: 'input.key' });
    const content = await this.contents.put(ctx, kind, input.body);
    const item = ctx.manager.create(ConfigItem, { id: randomUUID(), kind, key: input.key, orgUnitId: input.orgUnitId ?? null, title: '', search: '' });
    await this.describe(ctx, item, content);
    if (!can(ctx.actor, Permission.ConfigWrite, item.orgUnitId)) throw new DomainError(commonErrors.FORBIDDEN, { field: 'input.orgUnit' });
    const inserted = await ctx.manager.createQueryBuilder().insert().into(ConfigItem).values(item).orIgnore().returning('id').execute();
    if ((inserted.raw as unknown[]).length === 0) throw new DomainError(configErrors.KEY_TAKEN, { field: 'input.key', params: { key: input.key } });
    await ctx.manager.insert(ConfigDraft, { itemId: item.id, rev: 1, sha256: content.sha256, baseVersion: null, byId: ctx.actor.id, byName: ctx.actor.name });
    await this.projectRow(ctx, item, content);
    await this.audit.append(ctx, { action: 'config.create', target: { kind, key: input.key }, detail: { sha256: content.sha256 } });
    return this.get(ctx, kind, input.key);
  }

  /** Brings title, search text, owner and list row in step with the content of the draft. */
  async project(ctx: RequestContext, item: ConfigItem, content: Content): Promise<void> {
    await this.describe(ctx, item, content);
    if (!can(ctx.actor, Permission.ConfigWrite, item.orgUnitId)) throw new DomainError(commonErrors.FORBIDDEN);
    await ctx.manager.update(ConfigItem, item.id, { title: item.title, search: item.search, orgUnitId: item.orgUnitId });
    await this.projectRow(ctx, item, content);
  }

  /** Refused while another draft refers to it. What the hall shows stays until a release takes it away. */
  async delete(ctx: RequestContext, kind: string, key: string): Promise<void> {
    const item = await this.getEditable(ctx, kind, key);
    const users = await this.references.usersOf(ctx, item.kind, key);
    const [first] = users;
    if (first) throw new DomainError(configErrors.IN_USE, { params: { count: users.length, first: `${first.title}（${first.key}）` }, details: { usedBy: users } });
    await ctx.manager.update(ConfigItem, item.id, { deletedAt: new Date() });
    await this.audit.append(ctx, { action: 'config.delete', target: { kind, key } });
  }

  async undelete(ctx: RequestContext, kind: string, key: string): Promise<ConfigItem> {
    const item = await this.get(ctx, kind, key);
    if (!can(ctx.actor, Permission.ConfigWrite, item.orgUnitId)) throw new DomainError(commonErrors.FORBIDDEN);
    await ctx.manager.update(ConfigItem, item.id, { deletedAt: null });
    await this.audit.append(ctx, { action: 'config.undelete', target: { kind, key } });
    return this.get(ctx, kind, key);
  }

  private async projectRow(ctx: RequestContext, item: ConfigItem, { body, sha256 }: Content): Promise<void> {
    await this.projections.of(item.kind)?.projectMany(ctx, [{ item, body, sha256 }]);
  }

  /** Sets title, search text and owner to what the content says. */
  async describe(ctx: RequestContext, item: ConfigItem, content: Content): Promise<void> {
    const projection = this.projections.of(item.kind);
    item.title = (configKinds[item.kind] as ConfigKind).titleOf(content.body).slice(0, 500) || item.key;
    item.search = searchTextOf(item.title, item.key, ...(projection?.searchWords?.(content.body) ?? []));
    const owner = await projection?.ownerOf?.(ctx, content.body);
    if (owner !== undefined) item.orgUnitId = owner;
  }
}

export function knownKind(kind: string): KindName {
  if (!isKindName(kind)) throw new DomainError(configErrors.UNKNOWN_KIND, { field: 'kind', params: { kind: kind.slice(0, 50) } });
  return kind;
}
