import type { PolicyBody } from '@banshi/bundle';
import { interpretPolicy, type PolicyInterpretation, type TimedPolicy } from '@banshi/policies';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';

/** Documents that a chain of versions may lead to. */
const maxVersions = 30;

@Resolver()
export class PolicyInterpretationResolver {
  @Query(() => JsonScalar, { nullable: true, description: 'The draft of a document for reading: {summary, points: [{text, start, end, clause, label, path, type?}], keywords: [{word, count}], timeline: [{key, title, issuedOn, effectiveFrom, effectiveTo, isThis, changes}]}. Offsets are UTF-16 units of the text.' })
  @Allow(Permission.ConfigRead)
  async policyInterpretation(@Ctx() ctx: RequestContext, @Args('key', { type: () => String }) key: string): Promise<PolicyInterpretation | null> {
    const known = new Map<string, TimedPolicy>();
    let wanted = [key];
    while (wanted.length > 0 && known.size < maxVersions) {
      const bodies = await this.drafts(ctx, wanted);
      for (const one of bodies) known.set(one.key, one);
      wanted = [...new Set(bodies.flatMap(({ relations }) => relations.flatMap(({ policy }) => policy ?? [])))].filter((other) => !known.has(other));
    }
    const themes = await ctx.manager.query<{ theme: string }[]>(`SELECT DISTINCT unnest(themes) AS theme FROM policy_row UNION SELECT title FROM config_item WHERE kind = 'service' AND deleted_at IS NULL LIMIT 2000`);
    return interpretPolicy(key, (one) => known.get(one) ?? null, { linkedTo: (one) => [...known.values()].filter(({ relations }) => relations.some(({ policy }) => policy === one)).map((other) => other.key), names: themes.map(({ theme }) => theme.replace(/(?:申请|申领|办理|登记|审批)$/u, '')) });
  }

  private async drafts(ctx: RequestContext, keys: readonly string[]): Promise<TimedPolicy[]> {
    const rows = await ctx.manager.query<{ key: string; body: PolicyBody }[]>(
      `SELECT i.key, c.body FROM config_item i JOIN config_draft d ON d.item_id = i.id JOIN config_content c ON c.sha256 = d.sha256 
        WHERE i.kind = 'policy' AND i.deleted_at IS NULL AND (i.key = ANY($1::text[]) OR EXISTS (SELECT 1 FROM config_ref r WHERE r.sha256 = d.sha256 AND r.to_kind = 'policy' AND r.to_key = ANY($1::text[]) AND r.role IN ('repeals', 'replaced-by')))`,
      [keys],
    );
    return rows.map(({ key, body: { title, issuedOn, effectiveFrom, effectiveTo, relations, text } }) => ({ key, title, issuedOn, effectiveFrom, effectiveTo, relations, text }));
  }
}
