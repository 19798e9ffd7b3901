import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from '../config/config.module.js';
import { ProjectionsService } from '../config/projections.service.js';
import { WorkflowRow } from './workflow-row.entity.js';
import { workflowProjection } from './workflow.projection.js';
import { WorkflowsResolver } from './workflows.resolver.js';

@Module({ imports: [TypeOrmModule.forFeature([WorkflowRow]), ConfigModule], providers: [WorkflowsResolver] })
export class WorkflowsModule implements OnModuleInit {
  constructor(private readonly projections: ProjectionsService) {}

  onModuleInit(): void {
    this.projections.register(workflowProjection);
  }
}
