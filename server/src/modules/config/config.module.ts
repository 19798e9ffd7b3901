import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrgModule } from '../org/org.module.js';
import { ConfigContent } from './config-content.entity.js';
import { ConfigDraft } from './config-draft.entity.js';
import { ConfigFieldsResolver, ConfigVersionsResolver } from './config-fields.resolver.js';
import { ConfigFilesController } from './config-files.controller.js';
import { ConfigFilesJob } from './config-files.job.js';
import { ConfigFilesService } from './config-files.service.js';
import { ConfigItem } from './config-item.entity.js';
import { ConfigRef } from './config-ref.entity.js';
import { ConfigResolver } from './config.resolver.js';
import { ConfigVersion } from './config-version.entity.js';
import { ContentsService } from './contents.service.js';
import { DraftsService } from './drafts.service.js';
import { ItemBatchesService } from './item-batches.service.js';
import { ItemsService } from './items.service.js';
import { ProjectionsService } from './projections.service.js';
import { ReferencesService } from './references.service.js';
import { RowsService } from './rows.service.js';

const services = [ContentsService, ItemsService, DraftsService, ReferencesService, ProjectionsService, RowsService, ItemBatchesService, ConfigFilesService];

@Module({
  imports: [TypeOrmModule.forFeature([ConfigContent, ConfigItem, ConfigDraft, ConfigVersion, ConfigRef]), OrgModule],
  controllers: [ConfigFilesController],
  providers: [...services, ConfigFilesJob, ConfigResolver, ConfigFieldsResolver, ConfigVersionsResolver],
  exports: services,
})
export class ConfigModule {}
