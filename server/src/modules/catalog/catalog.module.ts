import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from '../config/config.module.js';
import { ProjectionsService } from '../config/projections.service.js';
import { OrgModule } from '../org/org.module.js';
import { CatalogFilesController } from './catalog-files.controller.js';
import { DictionariesResolver } from './dictionaries.resolver.js';
import { DictionaryRow } from './dictionary-row.entity.js';
import { dictionaryProjection } from './dictionary.projection.js';
import { ImportProblem } from './import-problem.entity.js';
import { ImportProblemsService } from './import/import-problems.service.js';
import { ServiceImportsResolver } from './import/imports.resolver.js';
import { ServiceImportJob } from './import/service-import.job.js';
import { ServiceImportsService } from './import/service-imports.service.js';
import { ServiceRow } from './service-row.entity.js';
import { serviceProjection } from './service.projection.js';
import { ServicesResolver } from './services.resolver.js';
import { ServicesService } from './services.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ServiceRow, DictionaryRow, ImportProblem]), ConfigModule, OrgModule],
  controllers: [CatalogFilesController],
  providers: [ServicesService, ServicesResolver, DictionariesResolver, ServiceImportsService, ServiceImportsResolver, ServiceImportJob, ImportProblemsService],
  exports: [ServicesService],
})
export class CatalogModule implements OnModuleInit {
  constructor(private readonly projections: ProjectionsService) {}

  onModuleInit(): void {
    this.projections.register(serviceProjection);
    this.projections.register(dictionaryProjection);
  }
}
