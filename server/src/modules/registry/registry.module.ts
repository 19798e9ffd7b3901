import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from '../config/config.module.js';
import { BaseModel } from './base-model.entity.js';
import { BaseModelSources } from './base-models/base-model-sources.js';
import { BaseModelStore } from './base-models/base-model-store.js';
import { HubSource } from './base-models/hub-source.js';
import { RegisterBaseModelJob } from './base-models/register-base-model.job.js';
import { BaseModelsResolver } from './base-models.resolver.js';
import { BaseModelsService } from './base-models.service.js';
import { ModelFilesController } from './model-files.controller.js';
import { ModelStoreService } from './model-store.service.js';
import { ModelVersion } from './model-version.entity.js';
import { ModelVersionsResolver } from './model-versions.resolver.js';
import { ModelVersionsService } from './model-versions.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ModelVersion, BaseModel]), ConfigModule],
  controllers: [ModelFilesController],
  providers: [ModelStoreService, ModelVersionsService, ModelVersionsResolver, BaseModelStore, BaseModelSources, HubSource, BaseModelsService, RegisterBaseModelJob, BaseModelsResolver],
  exports: [ModelStoreService, ModelVersionsService, BaseModelsService],
})
export class RegistryModule {}
