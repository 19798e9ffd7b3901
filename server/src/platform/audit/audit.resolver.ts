import { Args, Field, InputType, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { Allow } from '../actor/allow.decorator.js';
import { Ctx } from '../actor/ctx.decorator.js';
import { Permission } from '../actor/permission.js';
import { RequestContext } from '../actor/request-context.js';
import { PageArgs, page, SortOrder } from '../lists/list.js';
import { actionCodes, actionsNamed, actionTitle } from './audit-actions.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditActionModel, AuditEntryList, AuditEntryModel, AuditStatusModel, AuditVerdictModel } from './audit.model.js';
import { AuditService } from './audit.service.js';
import { namedTargets, targetTitles } from './audit-titles.js';

@InputType()
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Words out of the name of the person, the title of the action in either language, the name or key of the thing.' })
  @IsOptional()
  @MaxLength(200)
  q?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  actor?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of an action, or how codes begin, such as `release.`' })
  @IsOptional()
  action?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  targetKind?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  targetKey?: string | null;

  @Field(() => Date, { nullable: true })
  @IsOptional()
  from?: Date | null;

  @Field(() => Date, { nullable: true })
  @IsOptional()
  to?: Date | null;
}

const sortable = { at: 'entry.id', id: 'entry.id', action: 'entry.action', actorName: 'entry.actorName' };
const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

@Resolver(() => AuditEntryModel)
export class AuditResolver {
  constructor(private readonly audit: AuditService) {}

  @Query(() => AuditEntryList)
  @Allow(Permission.AuditRead)
  async auditEntries(@Ctx() ctx: RequestContext, @Args() args: PageArgs, @Args('filter', { type: () => AuditFilter, nullable: true }) filter?: AuditFilter) {
    const query = ctx.manager.createQueryBuilder(AuditEntry, 'entry');
    if (filter?.q?.trim()) {
      const q = `%${escapeLike(filter.q.trim())}%`;
      query.andWhere(
        `(entry.actorName ILIKE :q OR entry.action ILIKE :q OR entry.action = ANY(:named) OR entry.targetKind ILIKE :q OR entry.targetKey ILIKE :q OR (entry.targetKind, entry.targetKey) IN (${namedTargets}))`,
        { q, named: actionsNamed(filter.q) },
      );
    }
    if (filter?.actor) query.andWhere('entry.actorId = :actor', { actor: filter.actor });
    if (filter?.action) query.andWhere('entry.action LIKE :action', { action: `${escapeLike(filter.action)}%` });
    if (filter?.targetKind) query.andWhere('entry.targetKind = :targetKind', { targetKind: filter.targetKind });
    if (filter?.targetKey) query.andWhere('entry.targetKey = :targetKey', { targetKey: filter.targetKey });
    if (filter?.from) query.andWhere('entry.at >= :from', { from: filter.from });
    if (filter?.to) query.andWhere('entry.at < :to', { to: filter.to });
    const list = await page(query, args, sortable, { field: 'id', order: SortOrder.DESC });
    const titles = await targetTitles(ctx, list.items);
    return { ...list, items: list.items.map((entry) => ({ ...entry, targetTitle: titles.get(`${entry.targetKind}/${entry.targetKey}`) ?? null })) };
  }

  @ResolveField(() => String, { description: 'What the action is called; its code where it has no name.' })
  actionTitle(@Ctx() ctx: RequestContext, @Parent() entry: AuditEntryModel): string {
    return actionTitle(entry.action, ctx.language);
  }

  @Query(() => [AuditActionModel], { description: 'Every action that the log can hold.' })
  @Allow(Permission.AuditRead)
  auditActions(@Ctx() ctx: RequestContext): AuditActionModel[] {
    return actionCodes.map((code) => ({ code, title: actionTitle(code, ctx.language) }));
  }

  @Query(() => AuditStatusModel)
  @Allow(Permission.AuditRead)
  async auditStatus(@Ctx() ctx: RequestContext): Promise<AuditStatusModel> {
    const [row] = await ctx.manager.query<AuditStatusModel[]>(
      `SELECT count(*)::int AS entries, count(batch)::int AS sealed, (count(*) - count(batch))::int AS unsealed, (SELECT max(sealed_at) FROM audit_batch) AS "lastSealedAt" FROM audit_entry`,
    );
    return row!;
  }

  @Mutation(() => AuditVerdictModel, { description: 'Recomputes the hash chain over every sealed entry.' })
  @Allow(Permission.AuditRead)
  async verifyAudit(@Ctx() ctx: RequestContext): Promise<AuditVerdictModel> {
    const verdict = await this.audit.verify();
    await this.audit.append(ctx, { action: 'audit.verify', target: { kind: 'audit', key: 'chain' }, detail: { isIntact: verdict.isIntact, batches: verdict.batches } });
    return verdict;
  }
}
