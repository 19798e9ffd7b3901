import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from '../config/config.module.js';
import { ProjectionsService } from '../config/projections.service.js';
import { OrgModule } from '../org/org.module.js';
import { DictionariesResolver } from './dictionaries.resolver.js';
import { DictionaryRow } from './dictionary-row.entity.js';
import { dictionaryProjection } from './dictionary.projection.js';
import { ImportProblem } from './import-problem.entity.js';
import { ServiceRow } from './service-row.entity.js';
import { serviceProjection } from './service.projection.js';
import { ServicesResolver } from './services.resolver.js';
import { ServicesService } from './services.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ServiceRow, DictionaryRow, ImportProblem]), ConfigModule, OrgModule],
  providers: [ServicesService, ServicesResolver, DictionariesResolver],
  exports: [ServicesService],
})
export class CatalogModule implements OnModuleInit {
  constructor(private readonly projections: ProjectionsService) {}

  onModuleInit(): void {
    this.projections.register(serviceProjection);
    this.projections.register(dictionaryProjection);
  }
}
