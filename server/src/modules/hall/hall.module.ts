import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { OrgModule } from '../org/org.module.js';
import { ReleaseModule } from '../release/release.module.js';
import { HallBundleService } from './hall-bundle.service.js';
import { HallCasesController } from './hall-cases.controller.js';
import { HallCatalogController } from './hall-catalog.controller.js';
import { HallPagesService } from './hall-pages.service.js';
import { OpenApiController } from './openapi.controller.js';
import { PreviewController } from './preview.controller.js';

@Module({
  imports: [ReleaseModule, CasesModule, OrgModule],
  controllers: [OpenApiController, HallCatalogController, HallCasesController, PreviewController],
  providers: [HallBundleService, HallPagesService],
})
export class HallModule {}
