import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditBatch } from './audit-batch.entity.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditSealer } from './audit-sealer.js';
import { AuditService } from './audit.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntry, AuditBatch])],
  providers: [AuditService, AuditSealer, AuditResolver],
  exports: [AuditService],
})
export class AuditModule {}
