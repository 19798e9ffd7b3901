import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DemandsService } from './demands/demands.service.js';
import { ErasePersonJob } from './demands/erase-person.job.js';
import { ExportPersonJob } from './demands/export-person.job.js';
import { ExportsController } from './demands/exports.controller.js';
import { PrivacyRequest } from './demands/privacy-request.entity.js';
import { RetentionRule } from './demands/retention-rule.entity.js';
import { RetentionService } from './demands/retention.service.js';
import { SubjectHandles } from './demands/subject-handles.js';
import { DataKey } from './keys/data-key.entity.js';
import { DataKeysService } from './keys/data-keys.service.js';
import { KeyRotationService } from './keys/key-rotation.service.js';
import { KeyStatusService } from './keys/key-status.service.js';
import { MasterKeys } from './keys/master-keys.js';
import { VaultIndex } from './keys/vault-index.entity.js';
import { VaultKey } from './keys/vault-key.entity.js';
import { MaskSessionRow } from './mask-session.entity.js';
import { PersonalDataService } from './personal-data.service.js';
import { PrivacyResolver } from './privacy.resolver.js';
import { PrivacyService } from './privacy.service.js';
import { VaultService } from './vault.service.js';

/** Personal data: masked where it need not be seen, sealed where it is kept, found, exported and erased for its owner. */
@Module({
  imports: [TypeOrmModule.forFeature([DataKey, VaultKey, VaultIndex, MaskSessionRow, PrivacyRequest, RetentionRule])],
  controllers: [ExportsController],
  providers: [
    MasterKeys, DataKeysService, KeyRotationService, KeyStatusService, VaultService, PrivacyService, PersonalDataService,
    SubjectHandles, DemandsService, ExportPersonJob, ErasePersonJob, RetentionService, PrivacyResolver,
  ],
  exports: [VaultService, PrivacyService, PersonalDataService, RetentionService, KeyRotationService, KeyStatusService],
})
export class PrivacyModule {}
