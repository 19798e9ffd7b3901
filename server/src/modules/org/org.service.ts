import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { keyPattern } from '@banshi/bundle';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { orgErrors } from './org.errors.js';
import type { CreateOrgUnitInput, CreatePostInput, UpdateOrgUnitInput, UpdatePostInput } from './org.model.js';
import { OrgUnit } from './org-unit.entity.js';
import { Post } from './post.entity.js';
import { PostMember } from './membership.entity.js';

/** Foreign keys of other modules that hold an org unit; a violation is the user's to mend. */
const foreignKeyViolation = '23503';

@Injectable()
export class OrgService {
  constructor(private readonly audit: AuditService) {}

  async all(ctx: RequestContext): Promise<OrgUnit[]> {
    return ctx.manager.find(OrgUnit, { order: { key: 'ASC' } });
  }

  async find(ctx: RequestContext, id: string): Promise<OrgUnit | null> {
    return ctx.manager.findOneBy(OrgUnit, { id });
  }

  async findByKey(ctx: RequestContext, key: string): Promise<OrgUnit | null> {
    return ctx.manager.findOneBy(OrgUnit, { key });
  }

  /** Ids of the unit and of all below it. */
  async descendants(ctx: RequestContext, id: string): Promise<string[]> {
    const rows = await ctx.manager.query<{ id: string }[]>(
      `WITH RECURSIVE below AS (SELECT id FROM org_unit WHERE id = $1 UNION SELECT u.id FROM org_unit u JOIN below b ON u.parent_id = b.id) SELECT id FROM below`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  async create(ctx: RequestContext, input: CreateOrgUnitInput): Promise<OrgUnit> {
    checkKey(input.key);
    if (await this.findByKey(ctx, input.key)) throw new DomainError(orgErrors.ORG_KEY_TAKEN, { field: 'input.key', params: { key: input.key } });
    if (input.parentId) found(await this.find(ctx, input.parentId), 'org unit');
    const unit = { id: randomUUID(), key: input.key, title: input.title, kind: input.kind ?? 'department', parentId: input.parentId ?? null };
    await ctx.manager.insert(OrgUnit, unit);
    await this.audit.append(ctx, { action: 'org.create-unit', target: { kind: 'org-unit', key: unit.key }, detail: { title: unit.title } });
    return found(await this.find(ctx, unit.id), 'org unit');
  }

  async update(ctx: RequestContext, id: string, input: UpdateOrgUnitInput): Promise<OrgUnit> {
    const before = found(await this.find(ctx, id), 'org unit');
    if (input.parentId && (await this.descendants(ctx, id)).includes(input.parentId)) throw new DomainError(orgErrors.ORG_CYCLE, { field: 'input.parentId' });
    await ctx.manager.update(OrgUnit, id, { title: input.title ?? before.title, kind: input.kind ?? before.kind, parentId: input.parentId === undefined ? before.parentId : input.parentId });
    const after = found(await this.find(ctx, id), 'org unit');
    await this.audit.append(ctx, { action: 'org.update-unit', target: { kind: 'org-unit', key: after.key }, detail: { before, after } });
    return after;
  }

  async remove(ctx: RequestContext, id: string): Promise<void> {
    const unit = found(await this.find(ctx, id), 'org unit');
    await this.audit.append(ctx, { action: 'org.remove-unit', target: { kind: 'org-unit', key: unit.key }, detail: { title: unit.title } });
    await ctx.manager.delete(OrgUnit, id).catch((error: unknown) => {
      throw (error as { code?: string }).code === foreignKeyViolation ? new DomainError(orgErrors.ORG_IN_USE) : error;
    });
  }

  async createPost(ctx: RequestContext, input: CreatePostInput): Promise<Post> {
    checkKey(input.key);
    if (await ctx.manager.existsBy(Post, { key: input.key })) throw new DomainError(orgErrors.ORG_KEY_TAKEN, { field: 'input.key', params: { key: input.key } });
    found(await this.find(ctx, input.orgUnitId), 'org unit');
    const post = { id: randomUUID(), key: input.key, title: input.title, orgUnitId: input.orgUnitId };
    await ctx.manager.insert(Post, post);
    await this.audit.append(ctx, { action: 'org.create-post', target: { kind: 'post', key: post.key }, detail: { title: post.title } });
    return found(await ctx.manager.findOneBy(Post, { id: post.id }), 'post');
  }

  async updatePost(ctx: RequestContext, id: string, input: UpdatePostInput): Promise<Post> {
    const post = found(await ctx.manager.findOneBy(Post, { id }), 'post');
    if (input.title) await ctx.manager.update(Post, id, { title: input.title });
    if (input.memberIds) {
      await ctx.manager.delete(PostMember, { postId: id });
      if (input.memberIds.length > 0) await ctx.manager.insert(PostMember, input.memberIds.map((userId) => ({ postId: id, userId })));
    }
    await this.audit.append(ctx, { action: 'org.update-post', target: { kind: 'post', key: post.key }, detail: { ...input } });
    return found(await ctx.manager.findOneBy(Post, { id }), 'post');
  }

  async removePost(ctx: RequestContext, id: string): Promise<void> {
    const post = found(await ctx.manager.findOneBy(Post, { id }), 'post');
    await ctx.manager.delete(PostMember, { postId: id });
    await ctx.manager.delete(Post, id);
    await this.audit.append(ctx, { action: 'org.remove-post', target: { kind: 'post', key: post.key }, detail: { title: post.title } });
  }
}

function checkKey(key: string): void {
  if (!keyPattern.test(key)) throw new DomainError(orgErrors.ORG_KEY_INVALID, { field: 'input.key' });
}
