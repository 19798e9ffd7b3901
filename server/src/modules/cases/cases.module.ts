import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrgModule } from '../org/org.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { ReleaseModule } from '../release/release.module.js';
import { ApplicantCasesService } from './applicant-cases.service.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';
import { CaseAccessService } from './case-access.service.js';
import { CaseEvent } from './case-event.entity.js';
import { CaseFieldsResolver } from './case-fields.resolver.js';
import { CaseIncident } from './case-incident.entity.js';
import { CaseListsService } from './case-lists.service.js';
import { CaseReplayService } from './case-replay.service.js';
import { CaseRunner } from './case-runner.js';
import { CaseStore } from './case-store.js';
import { CaseTask } from './case-task.entity.js';
import { CaseToken } from './case-token.entity.js';
import { CaseVaultService } from './case-vault.service.js';
import { CasesResolver } from './cases.resolver.js';
import { CasesService } from './cases.service.js';
import { InboxResolver } from './inbox.resolver.js';
import { PersonalCasesService } from './personal-cases.service.js';
import { RevealsService } from './reveals.service.js';
import { SealCasesJob } from './seal-cases.job.js';
import { ServiceCase } from './service-case.entity.js';
import { SubmissionsService } from './submissions.service.js';
import { TaskFieldsResolver } from './task-fields.resolver.js';
import { TasksResolver } from './tasks.resolver.js';
import { TasksService } from './tasks.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ServiceCase, CaseToken, CaseTask, CaseIncident, CaseEvent]), OrgModule, PrivacyModule, ReleaseModule],
  controllers: [AttachmentsController],
  providers: [
    CaseVaultService, PersonalCasesService, RevealsService, SealCasesJob, CaseStore, CaseRunner, CaseAccessService, AttachmentsService, SubmissionsService,
    CasesService, TasksService, CaseListsService, ApplicantCasesService, CaseReplayService,
    CasesResolver, CaseFieldsResolver, TasksResolver, TaskFieldsResolver, InboxResolver,
  ],
  exports: [CaseVaultService, SubmissionsService, CasesService, TasksService, CaseListsService, ApplicantCasesService, CaseReplayService],
})
export class CasesModule {}
