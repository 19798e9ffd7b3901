import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx } from '../../platform/actor/ctx.decorator.js';
import { RequestContext } from '../../platform/actor/request-context.js';
import { ConfigItemModel } from '../config/config-item.model.js';
import { DraftsService } from '../config/drafts.service.js';
import { knownKind } from '../config/items.service.js';
import { FindingPresenter } from './finding.presenter.js';
import { FindingModel, PublishedInModel } from './release.model.js';
import { WorkspaceService } from './workspace.service.js';

/** What channels and contract rules say of an item. */
@Resolver(() => ConfigItemModel)
export class ConfigItemReleaseResolver {
  constructor(
    private readonly workspace: WorkspaceService,
    private readonly presenter: FindingPresenter,
    private readonly drafts: DraftsService,
  ) {}

  @ResolveField(() => [PublishedInModel])
  async published(@Parent() item: ConfigItemModel, @Ctx() ctx: RequestContext): Promise<PublishedInModel[]> {
    const draft = await this.drafts.get(ctx, item.id);
    const rows = await ctx.manager.query<Omit<PublishedInModel, 'same'>[]>('SELECT channel, bundle, sha256 FROM channel_entry WHERE kind = $1 AND key = $2 ORDER BY channel', [item.kind, item.key]);
    return rows.map((row) => ({ ...row, same: row.sha256 === draft.sha256 }));
  }

  @ResolveField(() => [FindingModel], { description: 'Findings on the draft, seen among the drafts that it is connected with.' })
  async findings(@Parent() item: ConfigItemModel, @Ctx() ctx: RequestContext): Promise<FindingModel[]> {
    return item.deletedAt ? [] : this.presenter.present(ctx, await this.workspace.findingsOf(ctx, knownKind(item.kind), item.key));
  }
}
