import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from '../config/config.module.js';
import { ProjectionsService } from '../config/projections.service.js';
import { FormRow } from './form-row.entity.js';
import { formProjection } from './form.projection.js';
import { FormsResolver } from './forms.resolver.js';

@Module({ imports: [TypeOrmModule.forFeature([FormRow]), ConfigModule], providers: [FormsResolver] })
export class FormsModule implements OnModuleInit {
  constructor(private readonly projections: ProjectionsService) {}

  onModuleInit(): void {
    this.projections.register(formProjection);
  }
}
