import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from '../config/config.module.js';
import { Bundle, BundleEntryRow } from './bundle.entity.js';
import { BundlesService } from './bundles.service.js';
import { Channel, ChannelMove } from './channel.entity.js';
import { BundleFieldsResolver, ChannelMovesResolver, ChannelsResolver } from './channels.resolver.js';
import { ConfigItemReleaseResolver } from './config-item-fields.resolver.js';
import { FindingPresenter } from './finding.presenter.js';
import { PlannedItemResolver } from './planned-item.resolver.js';
import { PublishingService } from './publishing.service.js';
import { ReleaseGatesService } from './release-gates.service.js';
import { ReleasePlanService } from './release-plan.service.js';
import { ReleaseRequest } from './release-request.entity.js';
import { ReleaseResolver } from './release.resolver.js';
import { RequestsService } from './requests.service.js';
import { WorkspaceBundleService } from './workspace-bundle.service.js';
import { WorkspaceService } from './workspace.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Bundle, BundleEntryRow, Channel, ChannelMove, ReleaseRequest]), ConfigModule],
  providers: [
    BundlesService,
    WorkspaceService,
    WorkspaceBundleService,
    ReleaseGatesService,
    ReleasePlanService,
    PublishingService,
    RequestsService,
    FindingPresenter,
    ReleaseResolver,
    PlannedItemResolver,
    ChannelsResolver,
    ChannelMovesResolver,
    BundleFieldsResolver,
    ConfigItemReleaseResolver,
  ],
  exports: [BundlesService, ReleaseGatesService, WorkspaceBundleService, PublishingService, ReleasePlanService, FindingPresenter],
})
export class ReleaseModule {}
