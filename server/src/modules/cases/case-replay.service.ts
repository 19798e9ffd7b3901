import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError, found } from '../../platform/errors/domain-error.js';
import { CaseStore } from './case-store.js';
import type { Doer } from './case.types.js';
import { ServiceCase } from './service-case.entity.js';
import { TasksService } from './tasks.service.js';

/** What a person did at a step; `task` is the id of the user task in the workflow, `by` a user name. */
export type ReplayedCommand =
  | { type: 'claim'; task: string; by: string }
  | { type: 'complete'; task: string; by: string; outcome?: string; comment?: string; data?: Record<string, unknown> };

/** Lets the system carry out what people did elsewhere, in their names: for the sample hall. */
@Injectable()
export class CaseReplayService {
  constructor(
    private readonly store: CaseStore,
    private readonly tasks: TasksService,
  ) {}

  /** Carries out the commands in order; all of them or none. Only the system may. */
  replay(ctx: RequestContext, caseId: string, progress: readonly ReplayedCommand[]): Promise<ServiceCase> {
    if (ctx.actor.kind !== 'system') throw new DomainError(commonErrors.FORBIDDEN);
    return ctx.transaction(async (tx) => {
      for (const command of progress) await this.carryOut(tx, caseId, command);
      return tx.manager.findOneByOrFail(ServiceCase, { id: caseId });
    });
  }

  private async carryOut(ctx: RequestContext, caseId: string, command: ReplayedCommand): Promise<void> {
    const locked = await this.store.lock(ctx, caseId);
    const isLive = (state: string) => state === 'OPEN' || state === 'CLAIMED';
    const task = found(locked.tasks.find((candidate) => candidate.element === command.task && isLive(candidate.state)), `task ${command.task}`);
    const doer = await this.doerNamed(ctx, command.by);
    if (command.type === 'claim') await this.tasks.claimFor(ctx, locked, task, doer);
    else await this.tasks.completeFor(ctx, locked, task, doer, command);
  }

  private async doerNamed(ctx: RequestContext, username: string): Promise<Doer> {
    const [user] = await ctx.manager.query<{ id: string; name: string }[]>('SELECT id, name FROM app_user WHERE lower(username) = lower($1)', [username]);
    return { kind: 'user', ...found(user, `user ${username}`) };
  }
}
