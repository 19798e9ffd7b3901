import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { OrgService } from '../org/org.service.js';
import { accessErrors } from './access.errors.js';
import { hashPassword, randomPassword } from './passwords.js';
import { RoleGrant } from './role-grant.entity.js';
import type { Permission } from '../../platform/actor/permission.js';
import { permissionsOf, Role } from './roles.js';
import { Session } from './session.entity.js';
import { User } from './user.entity.js';
import type { CreateUserInput, RoleGrantInput, UpdateUserInput } from './user.model.js';

const usernamePattern = /^[a-z0-9][a-z0-9._-]{1,39}$/;

@Injectable()
export class UsersService {
  constructor(
    private readonly audit: AuditService,
    private readonly org: OrgService,
  ) {}

  async find(ctx: RequestContext, id: string): Promise<User | null> {
    return ctx.manager.findOneBy(User, { id });
  }

  async get(ctx: RequestContext, id: string): Promise<User> {
    return found(await this.find(ctx, id), 'user');
  }

  async findByUsername(ctx: RequestContext, username: string): Promise<User | null> {
    return ctx.manager.createQueryBuilder(User, 'user').where('lower(user.username) = lower(:username)', { username }).getOne();
  }

  /** Ids of those who hold the permission anywhere. */
  async idsWith(ctx: RequestContext, permission: Permission): Promise<string[]> {
    const roles = Object.values(Role).filter((role) => permissionsOf[role].includes(permission));
    const rows = await ctx.manager.query<{ id: string }[]>('SELECT DISTINCT u.id FROM app_user u JOIN role_grant g ON g.user_id = u.id WHERE g.role = ANY($1::text[]) AND NOT u.is_disabled', [roles]);
    return rows.map(({ id }) => id);
  }

  /** Makes a user with a password that is shown once. A `password` is given by the sample hall and by tests only. */
  async create(ctx: RequestContext, input: CreateUserInput, given?: { password: string; mustChange: boolean }): Promise<{ user: User; oneTimePassword: string }> {
    if (!usernamePattern.test(input.username)) throw new DomainError(accessErrors.INVALID_USERNAME, { field: 'input.username' });
    if (await ctx.manager.existsBy(User, { username: input.username })) throw new DomainError(accessErrors.USERNAME_TAKEN, { field: 'input.username', params: { username: input.username } });
    if (input.departmentId) found(await this.org.find(ctx, input.departmentId), 'org unit');
    const password = given?.password ?? randomPassword();
    const id = randomUUID();
    await ctx.manager.insert(User, {
      id,
      username: input.username,
      name: input.name,
      departmentId: input.departmentId ?? null,
      passwordHash: await hashPassword(password),
      mustChangePassword: given?.mustChange ?? true,
    });
    await this.replaceGrants(ctx, id, input.roles);
    await this.audit.append(ctx, { action: 'access.create-user', target: { kind: 'user', key: id }, detail: { username: input.username, roles: input.roles } });
    return { user: await this.get(ctx, id), oneTimePassword: password };
  }

  async update(ctx: RequestContext, id: string, input: UpdateUserInput): Promise<User> {
    const before = await this.get(ctx, id);
    if (input.departmentId) found(await this.org.find(ctx, input.departmentId), 'org unit');
    await ctx.manager.update(User, id, {
      name: input.name ?? before.name,
      departmentId: input.departmentId === undefined ? before.departmentId : input.departmentId,
      isDisabled: input.isDisabled ?? before.isDisabled,
      language: input.language ?? before.language,
    });
    if (input.roles) await this.replaceGrants(ctx, id, input.roles);
    if (input.isDisabled) await ctx.manager.delete(Session, { userId: id });
    await this.keepAnAdministrator(ctx);
    await this.audit.append(ctx, { action: 'access.update-user', target: { kind: 'user', key: id }, detail: { change: { ...input } } });
    return this.get(ctx, id);
  }

  async resetPassword(ctx: RequestContext, id: string): Promise<{ user: User; oneTimePassword: string }> {
    const password = randomPassword();
    await this.get(ctx, id);
    await ctx.manager.update(User, id, { passwordHash: await hashPassword(password), mustChangePassword: true, failedSignIns: 0, lockedUntil: null });
    await ctx.manager.delete(Session, { userId: id });
    await this.audit.append(ctx, { action: 'access.reset-password', target: { kind: 'user', key: id } });
    return { user: await this.get(ctx, id), oneTimePassword: password };
  }

  async unlock(ctx: RequestContext, id: string): Promise<User> {
    await this.get(ctx, id);
    await ctx.manager.update(User, id, { failedSignIns: 0, lockedUntil: null });
    await this.audit.append(ctx, { action: 'access.unlock-user', target: { kind: 'user', key: id } });
    return this.get(ctx, id);
  }

  async setLanguage(ctx: RequestContext, id: string, language: 'zh' | 'en'): Promise<User> {
    await ctx.manager.update(User, id, { language });
    return this.get(ctx, id);
  }

  private async replaceGrants(ctx: RequestContext, userId: string, roles: RoleGrantInput[]): Promise<void> {
    await ctx.manager.delete(RoleGrant, { userId });
    for (const { scopeId } of roles) if (scopeId) found(await this.org.find(ctx, scopeId), 'org unit');
    if (roles.length > 0) await ctx.manager.insert(RoleGrant, roles.map(({ role, scopeId }) => ({ id: randomUUID(), userId, role, scopeId: scopeId ?? null })));
  }

  private async keepAnAdministrator(ctx: RequestContext): Promise<void> {
    const grants = await ctx.manager.findBy(RoleGrant, { role: Role.ADMINISTRATOR, scopeId: IsNull() });
    for (const grant of grants) if (!(await this.get(ctx, grant.userId)).isDisabled) return;
    throw new DomainError(accessErrors.LAST_ADMINISTRATOR);
  }
}
