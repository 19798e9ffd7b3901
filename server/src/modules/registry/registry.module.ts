import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from '../config/config.module.js';
import { ModelFilesController } from './model-files.controller.js';
import { ModelStoreService } from './model-store.service.js';
import { ModelVersion } from './model-version.entity.js';
import { ModelVersionsResolver } from './model-versions.resolver.js';
import { ModelVersionsService } from './model-versions.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ModelVersion]), ConfigModule],
  controllers: [ModelFilesController],
  providers: [ModelStoreService, ModelVersionsService, ModelVersionsResolver],
  exports: [ModelStoreService, ModelVersionsService],
})
export class RegistryModule {}
