import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConfigModule } from '../config/config.module.js';
import { ProjectionsService } from '../config/projections.service.js';
import { FaqImportsResolver } from './faq-imports.resolver.js';
import { FaqImportsService } from './faq-imports.service.js';
import { FaqRow } from './faq-row.entity.js';
import { faqProjection } from './faq.projection.js';
import { FaqsResolver } from './faqs.resolver.js';

/** Frequent questions with answers of their own. */
@Module({ imports: [TypeOrmModule.forFeature([FaqRow]), ConfigModule], providers: [FaqsResolver, FaqImportsService, FaqImportsResolver] })
export class FaqsModule implements OnModuleInit {
  constructor(private readonly projections: ProjectionsService) {}

  onModuleInit(): void {
    this.projections.register(faqProjection);
  }
}
