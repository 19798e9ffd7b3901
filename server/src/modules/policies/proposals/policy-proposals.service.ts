import type { PolicyBody, PolicyRelation } from '@banshi/bundle';
import { matchTitles, parsePolicy, type ProposedRelation, proposeMetadata, titleKey } from '@banshi/policies';
import { Injectable } from '@nestjs/common';
import { can } from '../../../platform/actor/actor.js';
import { Permission } from '../../../platform/actor/permission.js';
import type { RequestContext } from '../../../platform/actor/request-context.js';
import { AuditService } from '../../../platform/audit/audit.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { ContentsService } from '../../config/contents.service.js';
import { DraftsService } from '../../config/drafts.service.js';
import { ItemsService } from '../../config/items.service.js';
import { policyErrors } from '../policy.errors.js';

export interface RelationProposal extends ProposedRelation {
  /** The document kept here under that title; null for none, or several. */
  policy: string | null;
  policyTitle: string | null;
  isAccepted: boolean;
  /** Whether accepting also sets the end of the other document. */
  setsEnd: boolean;
}

/** What a text says it does to other documents, until a person accepts it. */
@Injectable()
export class PolicyProposalsService {
  constructor(
    private readonly items: ItemsService,
    private readonly drafts: DraftsService,
    private readonly contents: ContentsService,
    private readonly audit: AuditService,
  ) {}

  async list(ctx: RequestContext, key: string): Promise<RelationProposal[]> {
    const { body } = await this.draft(ctx, key);
    return this.proposalsOf(ctx, key, body);
  }

  /** Notes the relation in this draft and, for a repeal of a document kept here, its end and successor in the other draft. */
  async accept(ctx: RequestContext, key: string, rev: number, type: ProposedRelation['type'], title: string): Promise<void> {
    const { body } = await this.draft(ctx, key);
    const proposal = (await this.proposalsOf(ctx, key, body)).find((one) => one.type === type && one.title === title);
    if (!proposal) throw new DomainError(policyErrors.POLICY_PROPOSAL_GONE, { field: 'input.title' });
    if (proposal.isAccepted) return;
    const relation: PolicyRelation = { type, title, policy: proposal.policy, date: proposal.date };
    await this.drafts.save(ctx, { kind: 'policy', key, rev }, { ...body, relations: [...body.relations, relation] });
    if (proposal.setsEnd) await this.end(ctx, proposal.policy!, { key, title: body.title, on: (proposal.date ?? body.effectiveFrom)! });
    await this.audit.append(ctx, { action: 'policies.accept-proposal', target: { kind: 'policy', key }, detail: { type, title, policy: proposal.policy } });
  }

  private async end(ctx: RequestContext, key: string, by: { key: string; title: string; on: string }): Promise<void> {
    const { body, rev } = await this.draft(ctx, key);
    const relations = [...body.relations.filter(({ type, policy }) => type !== 'replaced-by' || (policy !== null && policy !== by.key)), { type: 'replaced-by' as const, title: by.title, policy: by.key, date: by.on }];
    await this.drafts.save(ctx, { kind: 'policy', key, rev }, { ...body, effectiveTo: body.effectiveTo !== null && body.effectiveTo < by.on ? body.effectiveTo : by.on, relations });
  }

  private async draft(ctx: RequestContext, key: string): Promise<{ body: PolicyBody; rev: number }> {
    const item = await this.items.get(ctx, 'policy', key);
    const draft = await this.drafts.get(ctx, item.id);
    return { body: (await this.contents.get(ctx, draft.sha256)).body as PolicyBody, rev: draft.rev };
  }

  private async proposalsOf(ctx: RequestContext, key: string, body: PolicyBody): Promise<RelationProposal[]> {
    const proposed = proposeMetadata(parsePolicy(body.text), body.title).relations;
    if (proposed.length === 0) return [];
    const others = (await ctx.manager.query<{ key: string; title: string; org_unit_id: string | null; effective_from: string | null }[]>(
      `SELECT p.key, p.title, i.org_unit_id, p.effective_from::text FROM policy_row p JOIN config_item i ON i.id = p.id AND i.deleted_at IS NULL WHERE p.key <> $1 ORDER BY p.key`,
      [key],
    ));
    const titles = others.map(({ title }) => title);
    return proposed.map((relation) => {
      // Only the same title counts; 《条例》 of another place must not be ended by a resemblance.
      const same = matchTitles(relation.title, titles).filter((index) => titleKey(titles[index]!) === titleKey(relation.title));
      const other = same.length === 1 ? others[same[0]!]! : null;
      const on = relation.date ?? body.effectiveFrom;
      const setsEnd = relation.type === 'repeals' && other !== null && on !== null && (other.effective_from === null || other.effective_from < on) && can(ctx.actor, Permission.ConfigWrite, other.org_unit_id);
      const isAccepted = body.relations.some(({ type, title }) => type === relation.type && titleKey(title) === titleKey(relation.title));
      return { ...relation, policy: other?.key ?? null, policyTitle: other?.title ?? null, isAccepted, setsEnd };
    });
  }
}
