import { dictionaryReferences } from '@banshi/forms';
import { incidentText } from '@banshi/process';
import { maskValue } from '@banshi/values';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { can } from '../../platform/actor/actor.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { orgUnitLoader } from '../org/org.loaders.js';
import { OrgUnitModel } from '../org/org.model.js';
import { BundlesService } from '../release/bundles.service.js';
import { CaseAccessService } from './case-access.service.js';
import { CaseDiagramModel, CaseEventModel, CaseIncidentModel, CaseModel, CaseTaskModel } from './case.model.js';
import { CaseStore } from './case-store.js';
import { eventsLoader, incidentsLoader, tasksLoader, tokensLoader } from './cases.loaders.js';
import { hallRealm } from './case.types.js';
import { outcomeOf } from './outcomes.js';
import type { ServiceCase } from './service-case.entity.js';

/** A case as the resolvers hand it on. */
type Row = ServiceCase & { isListed?: boolean };

/** What a case's page shows beside its row, all of it as the pinned bundle has it. */
@Resolver(() => CaseModel)
export class CaseFieldsResolver {
  constructor(
    private readonly store: CaseStore,
    private readonly bundles: BundlesService,
    private readonly access: CaseAccessService,
  ) {}

  @ResolveField(() => String, { description: 'Masked.' })
  applicantId(@Parent() row: Row) {
    return maskValue('resident-id', row.applicantId);
  }

  @ResolveField(() => JsonScalar, { description: 'What the viewer may see of the data; sensitive fields masked, see revealCaseFields.' })
  async data(@Parent() row: Row, @Ctx() ctx: RequestContext) {
    return this.access.visibleData(ctx, row, await this.store.definitionOf(ctx, row), await tasksLoader(ctx).load(row.id));
  }

  @ResolveField(() => [String], { description: 'Sensitive fields that the viewer may reveal; their values in data are masked.' })
  async revealable(@Parent() row: Row, @Ctx() ctx: RequestContext) {
    return this.access.revealable(ctx, row, await this.store.definitionOf(ctx, row), await tasksLoader(ctx).load(row.id));
  }

  @ResolveField(() => OrgUnitModel, { nullable: true })
  department(@Parent() row: Row, @Ctx() ctx: RequestContext) {
    return row.orgUnitId === null ? null : orgUnitLoader(ctx).load(row.orgUnitId);
  }

  @ResolveField(() => [CaseTaskModel])
  async tasks(@Parent() row: Row, @Ctx() ctx: RequestContext) {
    return (await tasksLoader(ctx).load(row.id)).map((task) => ({ ...task, isListed: row.isListed ?? false }));
  }

  @ResolveField(() => [CaseEventModel], { description: 'What people did and what became of the case; where its tokens went is in the diagram.' })
  async history(@Parent() row: Row, @Ctx() ctx: RequestContext): Promise<CaseEventModel[]> {
    const definition = await this.store.definitionOf(ctx, row);
    const events = (await eventsLoader(ctx).load(row.id)).filter((event) => event.type !== 'entered' && event.type !== 'left');
    return events.map((event) => {
      const outcome = outcomeOf(definition, event.element, event.outcome);
      return {
        ...event,
        actor: { kind: event.actorKind, name: event.actorName },
        elementTitle: event.element === null ? null : definition.titleOf(event.element),
        outcomeTitle: outcome && (ctx.language === 'zh' ? outcome.title : outcome.titleEn),
      };
    });
  }

  @ResolveField(() => [CaseIncidentModel])
  async incidents(@Parent() row: Row, @Ctx() ctx: RequestContext): Promise<CaseIncidentModel[]> {
    const definition = await this.store.definitionOf(ctx, row);
    return (await incidentsLoader(ctx).load(row.id)).map((incident) => ({ ...incident, elementTitle: definition.titleOf(incident.element), message: incidentText(incident, ctx.language) }));
  }

  @ResolveField(() => CaseDiagramModel)
  async diagram(@Parent() row: Row, @Ctx() ctx: RequestContext): Promise<CaseDiagramModel> {
    const { bpmn } = await this.store.definitionOf(ctx, row);
    const active = (await tokensLoader(ctx).load(row.id)).map((token) => token.element);
    const left = (await eventsLoader(ctx).load(row.id)).filter((event) => event.type === 'left');
    const done = left.flatMap((event) => [event.element, event.detail['flow']]).filter((id): id is string => typeof id === 'string');
    return { bpmn, active: [...new Set(active)], done: [...new Set(done)] };
  }

  @ResolveField(() => JsonScalar, { nullable: true, description: "The service's form." })
  async form(@Parent() row: Row, @Ctx() ctx: RequestContext) {
    const { start, stepForm } = await this.store.definitionOf(ctx, row);
    return stepForm(start)?.form ?? null;
  }

  @ResolveField(() => JsonScalar, { description: 'The dictionaries that the forms of the case name, by key.' })
  async dictionaries(@Parent() row: Row, @Ctx() ctx: RequestContext) {
    const definition = await this.store.definitionOf(ctx, row);
    const bundle = await this.bundles.load(ctx, row.bundle);
    const keys = definition.steps.flatMap((step) => dictionariesOf(definition.stepForm(step)?.form));
    return Object.fromEntries([...new Set(keys)].map((key) => [key, bundle.get('dictionary', key)]));
  }

  @ResolveField(() => Boolean, { description: 'Whether it was submitted in a preview, by a fictional applicant.' })
  isPreview(@Parent() row: Row) {
    return row.realm !== hallRealm;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may cancel the case and have incidents tried again.' })
  canManage(@Parent() row: Row, @Ctx() ctx: RequestContext) {
    return can(ctx.actor, Permission.CasesManage, row.orgUnitId);
  }
}

function dictionariesOf(form: Parameters<typeof dictionaryReferences>[0] | undefined): string[] {
  return form ? dictionaryReferences(form).map((reference) => reference.key) : [];
}
