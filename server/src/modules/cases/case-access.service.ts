import { accessOf } from '@banshi/forms';
import type { UserTaskElement } from '@banshi/process';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import type { CaseDefinition } from './case-definition.js';
import { type Capacity, capacityOf, concerns, mayHandle } from './capacity.js';
import type { CaseTask } from './case-task.entity.js';
import { CaseVaultService, sensitiveSchema } from './case-vault.service.js';
import { type CaseData, filledFields } from './fill-step.js';
import { maskSensitive } from './mask-data.js';
import type { ServiceCase } from './service-case.entity.js';

/** Who may see and handle which case, and what of its data. */
@Injectable()
export class CaseAccessService {
  constructor(private readonly vault: CaseVaultService) {}

  /** Read once a request. */
  capacity(ctx: RequestContext): Promise<Capacity | null> {
    return ctx.loader(this, () => this.readCapacity(ctx));
  }

  async mayHandle(ctx: RequestContext, task: CaseTask, row: ServiceCase): Promise<boolean> {
    const capacity = await this.capacity(ctx);
    return capacity !== null && mayHandle(capacity, task, row);
  }

  /** By the department that decides, or because a task of the case waits for the person, or is or was his. */
  async maySee(ctx: RequestContext, row: ServiceCase, tasks: readonly CaseTask[]): Promise<boolean> {
    if (can(ctx.actor, Permission.CasesRead, row.orgUnitId)) return true;
    const capacity = await this.capacity(ctx);
    return capacity !== null && tasks.some((task) => concerns(capacity, task, row));
  }

  /** Throws FORBIDDEN. */
  demandManage(ctx: RequestContext, row: ServiceCase): void {
    if (!can(ctx.actor, Permission.CasesManage, row.orgUnitId)) throw new DomainError(commonErrors.FORBIDDEN);
  }

  /**
   * What the person may see of the data at once: who handles the case sees what the steps that are his show; who only reads it
   * sees what any step shows. Sensitive fields are masked for everybody; to see one is a step of its own.
   */
  async visibleData(ctx: RequestContext, row: ServiceCase, definition: CaseDefinition, tasks: readonly CaseTask[]): Promise<CaseData> {
    return maskSensitive(definition, (await this.shownData(ctx, row, definition, tasks)).data);
  }

  /** What the person may read in clear: of who handles the case what the steps that are his show, of a manager what any shows; else nothing. */
  async readableData(ctx: RequestContext, row: ServiceCase, definition: CaseDefinition, tasks: readonly CaseTask[]): Promise<CaseData> {
    const { data, isOwn } = await this.shownData(ctx, row, definition, tasks);
    return isOwn || can(ctx.actor, Permission.CasesManage, row.orgUnitId) ? data : {};
  }

  /** The sensitive fields that have a value and that the person may ask to see. */
  async revealable(ctx: RequestContext, row: ServiceCase, definition: CaseDefinition, tasks: readonly CaseTask[]): Promise<string[]> {
    return Object.keys(await this.readableData(ctx, row, definition, tasks)).filter((field) => sensitiveSchema(definition, field) !== null);
  }

  /** Data in which to look for files: who handles the case opens those of sensitive fields too; opening one is audited by itself. */
  async fileData(ctx: RequestContext, row: ServiceCase, definition: CaseDefinition, tasks: readonly CaseTask[]): Promise<CaseData> {
    const { data, isOwn } = await this.shownData(ctx, row, definition, tasks);
    return isOwn ? data : maskSensitive(definition, data);
  }

  private async shownData(ctx: RequestContext, row: ServiceCase, definition: CaseDefinition, tasks: readonly CaseTask[]): Promise<{ data: CaseData; isOwn: boolean }> {
    const capacity = await this.capacity(ctx);
    const own = capacity === null ? [] : tasks.filter((task) => concerns(capacity, task, row));
    const userTasks = definition.steps.filter((step) => step.type === 'user-task');
    const steps = own.length > 0 ? userTasks.filter((step) => own.some((task) => task.element === step.id)) : userTasks;
    const shown = Object.entries(filledFields(row.data)).filter(([field]) => steps.some((step) => isShown(definition, step, field)));
    return { data: await this.vault.open(ctx, { id: row.id, data: Object.fromEntries(shown) }), isOwn: own.length > 0 };
  }

  private async readCapacity(ctx: RequestContext): Promise<Capacity | null> {
    const { actor } = ctx;
    if (actor.kind !== 'user' || !can(actor, Permission.CasesHandle)) return null;
    const units = await ctx.manager.query<{ id: string; key: string }[]>(
      'SELECT u.id, u.key FROM unnest($1::uuid[]) WITH ORDINALITY AS own(id, position) JOIN org_unit u ON u.id = own.id ORDER BY own.position',
      [actor.orgUnitIds],
    );
    const posts = await ctx.manager.query<{ key: string; orgUnitId: string }[]>('SELECT key, org_unit_id AS "orgUnitId" FROM post WHERE key = ANY($1)', [actor.postKeys]);
    return capacityOf(actor, { units, posts });
  }
}

/** A field belongs to the step if its form has it; of other forms' fields the step's default decides. */
function isShown(definition: CaseDefinition, step: UserTaskElement, field: string): boolean {
  const form = definition.stepForm(step);
  return form !== null && accessOf(form.access, field) !== 'hidden';
}
