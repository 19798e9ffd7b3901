import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError, found } from '../../platform/errors/domain-error.js';
import { AttachmentsService } from './attachments.service.js';
import { CaseAccessService } from './case-access.service.js';
import { CaseRunner } from './case-runner.js';
import { CaseStore } from './case-store.js';
import { CaseTask } from './case-task.entity.js';
import { type Doer, doerOf, type LockedCase, TaskState } from './case.types.js';
import { casesErrors } from './cases.errors.js';
import { fillStep } from './fill-step.js';
import { ServiceCase } from './service-case.entity.js';
import { shortText } from './storable.js';

export interface Completion {
  data?: unknown;
  outcome?: string | null;
  comment?: string | null;
}

interface LockedTask {
  locked: LockedCase;
  task: CaseTask;
}

/** What clerks do with tasks. Each method is one transaction that locks the case: of two at once, one wins and the other is told so. */
@Injectable()
export class TasksService {
  constructor(
    private readonly store: CaseStore,
    private readonly runner: CaseRunner,
    private readonly access: CaseAccessService,
    private readonly attachments: AttachmentsService,
    private readonly audit: AuditService,
  ) {}

  /** Claiming again what one holds changes nothing. */
  claim(ctx: RequestContext, taskId: string, rev: number): Promise<CaseTask> {
    return ctx.transaction(async (tx) => {
      const { locked, task } = await this.lockTask(tx, taskId);
      await this.demandHandle(tx, locked, task);
      await this.demandFree(tx, task);
      if (task.assigneeId === tx.actor.id) return task;
      demandRev(task, rev);
      return this.claimFor(tx, locked, task, doerOf(tx.actor));
    });
  }

  /** Gives the task back; who manages the cases of the department may do it for a colleague who is away. */
  release(ctx: RequestContext, taskId: string, rev: number): Promise<CaseTask> {
    return ctx.transaction(async (tx) => {
      const { locked, task } = await this.lockTask(tx, taskId);
      const isManager = can(tx.actor, Permission.CasesManage, locked.row.orgUnitId);
      if (task.assigneeId !== tx.actor.id && !isManager) {
        await this.demandHandle(tx, locked, task);
        await this.demandFree(tx, task);
      }
      if (task.state !== TaskState.CLAIMED) throw new DomainError(casesErrors.TASK_NOT_CLAIMED);
      demandRev(task, rev);
      await this.runner.carryOut(tx, locked, { type: 'release-task', taskId, actor: task.assigneeId! }, doerOf(tx.actor));
      await this.audit.append(tx, { action: 'cases.release-task', target: { kind: 'case', key: locked.row.number }, detail: { element: task.element } });
      return tx.manager.findOneByOrFail(CaseTask, { id: taskId });
    });
  }

  /** Completes a task that is the actor's or nobody's. `data` may hold the fields alone that are to change. */
  complete(ctx: RequestContext, taskId: string, rev: number, completion: Completion): Promise<ServiceCase> {
    return ctx.transaction(async (tx) => {
      const { locked, task } = await this.lockTask(tx, taskId);
      await this.demandHandle(tx, locked, task);
      await this.demandFree(tx, task);
      demandRev(task, rev);
      return this.completeFor(tx, locked, task, doerOf(tx.actor), completion);
    });
  }

  /** Claims on behalf of a person whose permission the caller has checked. */
  async claimFor(ctx: RequestContext, locked: LockedCase, task: CaseTask, doer: Doer): Promise<CaseTask> {
    await this.runner.carryOut(ctx, locked, { type: 'claim-task', taskId: task.id, actor: doer.id! }, doer);
    await this.audit.append(ctx, { action: 'cases.claim-task', target: { kind: 'case', key: locked.row.number }, detail: { element: task.element } });
    return ctx.manager.findOneByOrFail(CaseTask, { id: task.id });
  }

  /** Completes on behalf of a person whose permission the caller has checked. */
  async completeFor(ctx: RequestContext, locked: LockedCase, task: CaseTask, doer: Doer, { data: submitted, outcome, comment: written }: Completion): Promise<ServiceCase> {
    const element = found(locked.definition.userTask(task.element), `step ${task.element}`);
    const comment = shortText(written, 'input.comment');
    const filled = fillStep(locked.definition.stepForm(element), locked.row.data, submitted ?? {}, ctx.language);
    await this.attachments.check(ctx, locked.row.data, filled, 'input.data');
    const { data, changed: fields } = filled;
    const command = { type: 'complete-task' as const, taskId: task.id, actor: doer.id!, variables: {}, ...(outcome ? { outcome } : {}), ...(comment === null ? {} : { comment }) };
    await this.runner.carryOut(ctx, locked, command, doer, { data, fields, comment });
    await this.audit.append(ctx, { action: 'cases.complete-task', target: { kind: 'case', key: locked.row.number }, detail: { element: task.element, outcome: outcome ?? null, fields } });
    return ctx.manager.findOneByOrFail(ServiceCase, { id: locked.row.id });
  }

  private async lockTask(ctx: RequestContext, taskId: string): Promise<LockedTask> {
    const known = found(isUUID(taskId) ? await ctx.manager.findOneBy(CaseTask, { id: taskId }) : null, 'task');
    const locked = await this.store.lock(ctx, known.caseId);
    return { locked, task: found(locked.tasks.find((task) => task.id === taskId), 'task') };
  }

  /** Who may not even see the case learns nothing about it. */
  private async demandHandle(ctx: RequestContext, { row, tasks }: LockedCase, task: CaseTask): Promise<void> {
    if (await this.access.mayHandle(ctx, task, row)) return;
    if (await this.access.maySee(ctx, row, tasks)) throw new DomainError(commonErrors.FORBIDDEN);
    throw new DomainError(commonErrors.NOT_FOUND, { params: { what: 'task' } });
  }

  private async demandFree(ctx: RequestContext, task: CaseTask): Promise<void> {
    if (task.state === TaskState.COMPLETED || task.state === TaskState.CANCELLED) throw new DomainError(casesErrors.TASK_DONE);
    if (task.state !== TaskState.CLAIMED || task.assigneeId === ctx.actor.id) return;
    const [holder] = await ctx.manager.query<{ name: string }[]>('SELECT name FROM app_user WHERE id = $1', [task.assigneeId]);
    throw new DomainError(casesErrors.TASK_TAKEN, { params: { name: holder?.name ?? '' } });
  }
}

function demandRev(task: CaseTask, rev: number): void {
  if (task.rev !== rev) throw new DomainError(casesErrors.CONFLICT, { field: 'rev', details: { rev: task.rev } });
}
