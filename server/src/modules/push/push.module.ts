import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { NotifyModule } from '../notify/notify.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { ReleaseModule } from '../release/release.module.js';
import { AssessJob } from './assess.job.js';
import { CampaignsService } from './campaigns.service.js';
import { FactsService } from './facts.service.js';
import { PersonalPushService } from './personal-push.service.js';
import { PersonalStore } from './personal-store.js';
import { PersonsService } from './persons.service.js';
import { PolicyTopic } from './policy-topic.js';
import { PushAnswer } from './push-answer.entity.js';
import { PushCampaign } from './push-campaign.entity.js';
import { PushConsent } from './push-consent.entity.js';
import { PushPerson } from './push-person.entity.js';
import { PushReading } from './push-reading.entity.js';
import { PushRecipient } from './push-recipient.entity.js';
import { PushFieldsResolver } from './push-fields.resolver.js';
import { PushResolver } from './push.resolver.js';
import { RecipientFieldsResolver } from './recipient-fields.resolver.js';
import { RecommendationsService } from './recommendations.service.js';
import { SendJob } from './send.job.js';
import { SuggestionsService } from './suggestions.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PushPerson, PushAnswer, PushConsent, PushReading, PushCampaign, PushRecipient]), AccessModule, CasesModule, NotifyModule, PrivacyModule, ReleaseModule],
  providers: [PersonalStore, PersonalPushService, PersonsService, FactsService, RecommendationsService, CampaignsService, AssessJob, SendJob, PolicyTopic, SuggestionsService, PushResolver, PushFieldsResolver, RecipientFieldsResolver],
  exports: [PersonsService, RecommendationsService],
})
export class PushModule {}
