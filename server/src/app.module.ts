import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './modules/access/access.module.js';
import { CasesModule } from './modules/cases/cases.module.js';
import { CatalogModule } from './modules/catalog/catalog.module.js';
import { ConfigModule } from './modules/config/config.module.js';
import { CorpusModule } from './modules/corpus/corpus.module.js';
import { DialogModule } from './modules/dialog/dialog.module.js';
import { FaqsModule } from './modules/faqs/faqs.module.js';
import { FormsModule } from './modules/forms/forms.module.js';
import { HallModule } from './modules/hall/hall.module.js';
import { InsightsModule } from './modules/insights/insights.module.js';
import { IntentsModule } from './modules/intents/intents.module.js';
import { NotifyModule } from './modules/notify/notify.module.js';
import { OrgModule } from './modules/org/org.module.js';
import { KnowledgeModule } from './modules/knowledge/knowledge.module.js';
import { PoliciesModule } from './modules/policies/policies.module.js';
import { PushModule } from './modules/push/push.module.js';
import { PrivacyModule } from './modules/privacy/privacy.module.js';
import { RegistryModule } from './modules/registry/registry.module.js';
import { ReleaseModule } from './modules/release/release.module.js';
import { ServingModule } from './modules/serving/serving.module.js';
import { TrainingModule } from './modules/training/training.module.js';
import { WorkflowsModule } from './modules/workflows/workflows.module.js';
import type { Environment } from './platform/configuration/environment.js';
import { PlatformModule } from './platform/platform.module.js';

@Module({})
export class AppModule {
  static forRoot(environment: Environment, databaseUrl: string): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.forRoot(environment, databaseUrl), OrgModule, AccessModule, PrivacyModule, NotifyModule, ConfigModule, CatalogModule, FormsModule, WorkflowsModule, IntentsModule, PoliciesModule, FaqsModule, CorpusModule, RegistryModule, ServingModule, TrainingModule, ReleaseModule, KnowledgeModule, CasesModule, PushModule, DialogModule, HallModule, InsightsModule] };
  }
}
