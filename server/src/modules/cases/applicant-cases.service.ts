import { redact } from '@banshi/forms';
import type { CaseResult } from '@banshi/process';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { CaseStore } from './case-store.js';
import { CaseTask } from './case-task.entity.js';
import { CaseVaultService } from './case-vault.service.js';
import { type CaseState, TaskState } from './case.types.js';
import { filledFields } from './fill-step.js';
import { outcomeOf } from './outcomes.js';
import { ServiceCase } from './service-case.entity.js';

/** One step of the office, as its applicant may know it. */
export interface ApplicantStep {
  title: string;
  state: 'waiting' | 'done';
  startedAt: Date;
  doneAt: Date | null;
  /** What was decided. */
  outcome: string | null;
  /** The reason, where the outcome had to be explained. */
  reason: string | null;
}

export interface ApplicantCase {
  number: string;
  service: string;
  serviceTitle: string;
  state: CaseState;
  result: CaseResult | null;
  submittedAt: Date;
  completedAt: Date | null;
  bundle: string;
  steps: ApplicantStep[];
  /** What the start event lets the applicant see. */
  data: Record<string, unknown>;
}

/** What applicants see of their cases, through the hall where they submitted them. Nobody else's case is ever found. */
@Injectable()
export class ApplicantCasesService {
  constructor(
    private readonly store: CaseStore,
    private readonly vault: CaseVaultService,
  ) {}

  async findForApplicant(ctx: RequestContext, applicantId: string, realm: string, number: string): Promise<ApplicantCase | null> {
    if (!isAllowed(ctx, realm)) return null;
    const row = await this.owned(ctx, applicantId, realm).andWhere('c.number = :number', { number: clean(number) }).getOne();
    return row && (await this.describe(ctx, row, await ctx.manager.find(CaseTask, { where: { caseId: row.id }, order: { createdAt: 'ASC', id: 'ASC' } })));
  }

  /** Newest first. */
  async listForApplicant(ctx: RequestContext, applicantId: string, realm: string, { skip, take }: { skip: number; take: number }): Promise<{ items: ApplicantCase[]; totalItems: number }> {
    if (!isAllowed(ctx, realm)) return { items: [], totalItems: 0 };
    const [rows, totalItems] = await this.owned(ctx, applicantId, realm).orderBy('c.submittedAt', 'DESC').addOrderBy('c.id').offset(skip).limit(take).getManyAndCount();
    const tasks = await ctx.manager.find(CaseTask, { where: { caseId: In(rows.map((row) => row.id)) }, order: { createdAt: 'ASC', id: 'ASC' } });
    const items: ApplicantCase[] = [];
    for (const row of rows) items.push(await this.describe(ctx, row, tasks.filter((task) => task.caseId === row.id)));
    return { items, totalItems };
  }

  private owned(ctx: RequestContext, applicantId: string, realm: string) {
    return ctx.manager.createQueryBuilder(ServiceCase, 'c').where('c.realm = :realm AND c.applicantId = :applicantId', { realm, applicantId: clean(applicantId) });
  }

  private async describe(ctx: RequestContext, row: ServiceCase, tasks: CaseTask[]): Promise<ApplicantCase> {
    const definition = await this.store.definitionOf(ctx, row);
    const steps = tasks.filter((task) => task.state !== TaskState.CANCELLED).map((task): ApplicantStep => {
      const outcome = outcomeOf(definition, task.element, task.outcome);
      const isDone = task.state === TaskState.COMPLETED;
      return {
        title: task.title,
        state: isDone ? 'done' : 'waiting',
        startedAt: task.createdAt,
        doneAt: task.completedAt,
        outcome: outcome && (ctx.language === 'zh' ? outcome.title : outcome.titleEn),
        reason: outcome?.requireComment ? task.comment : null,
      };
    });
    const { number, service, serviceTitle, state, result, submittedAt, completedAt, bundle } = row;
    return { number, service, serviceTitle, state, result, submittedAt, completedAt, bundle, steps, data: redact(filledFields(await this.vault.open(ctx, row)), definition.start.fields) };
  }
}

/** A hall key reads what belongs to its realm; the system reads for any. */
function isAllowed(ctx: RequestContext, realm: string): boolean {
  return can(ctx.actor, Permission.HallCases) && (ctx.actor.kind !== 'hall' || ctx.actor.realm === realm);
}

const clean = (text: string) => text.replaceAll('\0', '');
