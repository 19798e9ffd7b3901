import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../platform/configuration/configuration.module.js';
import type { Environment } from '../../platform/configuration/environment.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { accessErrors } from './access.errors.js';
import { checkPassword, hashPassword, unknownUserHash, verifyPassword } from './passwords.js';
import { Session } from './session.entity.js';
import { hashToken, newToken } from './tokens.js';
import { User } from './user.entity.js';

const maxFailures = 5;
const lockMinutes = 15;

@Injectable()
export class SessionsService {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly audit: AuditService,
  ) {}

  /** Checks the password and opens a session. Not in the caller's transaction: a failure must be counted. */
  async signIn(ctx: RequestContext, username: string, password: string): Promise<{ user: User; token: string; expiresAt: Date }> {
    const user = await ctx.manager
      .createQueryBuilder(User, 'user')
      .addSelect('user.passwordHash')
      .where('lower(user.username) = lower(:username)', { username: username.slice(0, 200) })
      .getOne();
    if (user?.lockedUntil && user.lockedUntil > new Date()) throw lockedOut(user.lockedUntil);
    const isRight = await verifyPassword(user?.passwordHash ?? unknownUserHash, password);
    if (!user || !isRight || user.isDisabled) {
      if (user) await this.countFailure(ctx, user);
      throw new DomainError(accessErrors.BAD_CREDENTIALS);
    }
    return ctx.transaction((tx) => this.open(tx, user));
  }

  async signOut(ctx: RequestContext): Promise<void> {
    if (ctx.actor.kind !== 'user') return;
    await ctx.manager.delete(Session, { id: ctx.actor.sessionId });
    await this.audit.append(ctx, { action: 'access.sign-out', target: { kind: 'user', key: ctx.actor.id } });
  }

  /** Changes one's own password and ends all other sessions of the person. */
  async changePassword(ctx: RequestContext, userId: string, sessionId: string, current: string, next: string): Promise<void> {
    const user = await ctx.manager.createQueryBuilder(User, 'user').addSelect('user.passwordHash').where('user.id = :userId', { userId }).getOneOrFail();
    if (!(await verifyPassword(user.passwordHash, current))) throw new DomainError(accessErrors.BAD_CREDENTIALS, { field: 'current' });
    checkPassword(next, user.username, 'next');
    if (current === next) throw new DomainError(accessErrors.WEAK_PASSWORD, { field: 'next' });
    await ctx.manager.update(User, userId, { passwordHash: await hashPassword(next), mustChangePassword: false });
    await ctx.manager.createQueryBuilder().delete().from(Session).where('user_id = :userId AND id <> :sessionId', { userId, sessionId }).execute();
    await this.audit.append(ctx, { action: 'access.change-password', target: { kind: 'user', key: userId } });
  }

  private async open(ctx: RequestContext, user: User): Promise<{ user: User; token: string; expiresAt: Date }> {
    const token = newToken();
    const expiresAt = new Date(Date.now() + this.environment.sessionHours * 3_600_000);
    await ctx.manager.query('DELETE FROM session WHERE expires_at < now()');
    await ctx.manager.insert(Session, { id: randomUUID(), tokenHash: hashToken(token), userId: user.id, expiresAt });
    await ctx.manager.update(User, user.id, { failedSignIns: 0, lockedUntil: null, lastSignInAt: new Date() });
    await this.audit.append(ctx, { action: 'access.sign-in', target: { kind: 'user', key: user.id }, detail: { username: user.username }, actor: { kind: 'user', id: user.id, name: user.name } });
    return { user, token, expiresAt };
  }

  private async countFailure(ctx: RequestContext, user: User): Promise<void> {
    await ctx.manager.query(
      `UPDATE app_user SET failed_sign_ins = CASE WHEN failed_sign_ins + 1 >= $2 THEN 0 ELSE failed_sign_ins + 1 END,
              locked_until = CASE WHEN failed_sign_ins + 1 >= $2 THEN now() + make_interval(mins => $3) ELSE locked_until END
        WHERE id = $1`,
      [user.id, maxFailures, lockMinutes],
    );
    await this.audit.append(ctx, { action: 'access.sign-in-failed', target: { kind: 'user', key: user.id }, detail: { username: user.username } });
  }
}

function lockedOut(until: Date): DomainError {
  return new DomainError(accessErrors.LOCKED_OUT, { params: { minutes: Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000)) } });
}
