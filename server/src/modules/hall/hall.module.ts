import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { DialogModule } from '../dialog/dialog.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { OrgModule } from '../org/org.module.js';
import { ReleaseModule } from '../release/release.module.js';
import { ServingModule } from '../serving/serving.module.js';
import { ApplicantReaderService } from './applicant-reader.service.js';
import { AssistantController } from './assistant.controller.js';
import { HallBundleService } from './hall-bundle.service.js';
import { HallCasesController } from './hall-cases.controller.js';
import { HallCatalogController } from './hall-catalog.controller.js';
import { HallChatController } from './hall-chat.controller.js';
import { HallDivisionsController } from './hall-divisions.controller.js';
import { HallPagesService } from './hall-pages.service.js';
import { HallPoliciesController } from './hall-policies.controller.js';
import { HallUnderstandingController } from './hall-understanding.controller.js';
import { OpenApiController } from './openapi.controller.js';
import { PreviewController } from './preview.controller.js';
import { RateLimitsService } from './rate-limits.service.js';
import { UnderstandingService } from './understanding.service.js';

@Module({
  imports: [ReleaseModule, CasesModule, OrgModule, ServingModule, KnowledgeModule, DialogModule],
  controllers: [OpenApiController, AssistantController, HallCatalogController, HallDivisionsController, HallPoliciesController, HallUnderstandingController, HallCasesController, HallChatController, PreviewController],
  providers: [HallBundleService, HallPagesService, UnderstandingService, ApplicantReaderService, RateLimitsService],
})
export class HallModule {}
