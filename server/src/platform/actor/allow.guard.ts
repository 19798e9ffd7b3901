import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { commonErrors, DomainError } from '../errors/domain-error.js';
import { can } from './actor.js';
import { ALLOW } from './allow.decorator.js';
import { carrierOf } from './execution.js';
import type { Permission } from './permission.js';

/** Deny by default: lets through only what the operation's `@Allow` names. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const allowed = this.reflector.get<Permission[] | undefined>(ALLOW, execution.getHandler());
    const actor = carrierOf(execution).banshi.actor;
    if (allowed?.some((permission) => can(actor, permission))) return true;
    if (actor.kind === 'user' && actor.mustChangePassword) throw new DomainError(commonErrors.MUST_CHANGE_PASSWORD);
    throw new DomainError(commonErrors.FORBIDDEN);
  }
}
