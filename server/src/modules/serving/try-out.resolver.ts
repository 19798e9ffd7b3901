import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/actor/allow.decorator.js';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { Permission } from '../../platform/actor/permission.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { ModelVersionsService } from '../registry/model-versions.service.js';
import { InterpretationModel } from './interpretation.model.js';
import { InterpretViewsService } from './interpret-views.service.js';
import { servingErrors } from './serving.errors.js';
import { ServingService } from './serving.service.js';

@Resolver()
export class TryOutResolver {
  constructor(
    private readonly serving: ServingService,
    private readonly versions: ModelVersionsService,
    private readonly views: InterpretViewsService,
  ) {}

  @Query(() => InterpretationModel, { description: 'How a model version understands a text, with the titles and forms of the drafts. Without a version: the candidate, else production, else the newest.' })
  @Allow(Permission.ModelsRead)
  async tryInterpret(@Ctx() ctx: RequestContext, @Args('text', { type: () => String }) text: string, @Args('modelVersion', { type: () => ID, nullable: true }) modelVersion?: string | null) {
    const version = modelVersion ? await this.versions.get(ctx, modelVersion) : await this.versions.current(ctx);
    if (!version) throw new DomainError(servingErrors.NO_MODEL);
    const [answer] = await this.serving.interpret(ctx, version.artifact, [text], await this.views.ofDrafts(ctx));
    return answer;
  }
}
