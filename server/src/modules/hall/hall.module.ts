import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { DialogModule } from '../dialog/dialog.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { NotifyModule } from '../notify/notify.module.js';
import { OrgModule } from '../org/org.module.js';
import { PushModule } from '../push/push.module.js';
import { ReleaseModule } from '../release/release.module.js';
import { ServingModule } from '../serving/serving.module.js';
import { ApplicantReaderService } from './applicant-reader.service.js';
import { AssistantController } from './assistant.controller.js';
import { HallAnswersController } from './hall-answers.controller.js';
import { HallBundleService } from './hall-bundle.service.js';
import { HallCasesController } from './hall-cases.controller.js';
import { HallCatalogController } from './hall-catalog.controller.js';
import { HallChatController } from './hall-chat.controller.js';
import { HallDivisionsController } from './hall-divisions.controller.js';
import { HallNotificationsController } from './hall-notifications.controller.js';
import { HallPagesService } from './hall-pages.service.js';
import { HallPoliciesController } from './hall-policies.controller.js';
import { HallSubscriptionsController } from './hall-subscriptions.controller.js';
import { HallUnderstandingController } from './hall-understanding.controller.js';
import { OpenApiController } from './openapi.controller.js';
import { PreviewController } from './preview.controller.js';
import { RateLimitsService } from './rate-limits.service.js';
import { PushApplicantService } from './push-applicant.service.js';
import { UnderstandingService } from './understanding.service.js';

@Module({
  imports: [ReleaseModule, CasesModule, OrgModule, NotifyModule, PushModule, ServingModule, KnowledgeModule, DialogModule],
  controllers: [OpenApiController, AssistantController, HallCatalogController, HallDivisionsController, HallPoliciesController, HallUnderstandingController, HallAnswersController, HallCasesController, HallNotificationsController, HallSubscriptionsController, HallChatController, PreviewController],
  providers: [HallBundleService, HallPagesService, UnderstandingService, PushApplicantService, ApplicantReaderService, RateLimitsService],
})
export class HallModule {}
