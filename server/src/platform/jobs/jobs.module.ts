import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Operation } from './operation.entity.js';
import { OperationRunner } from './operation-runner.js';
import { OperationsResolver } from './operations.resolver.js';
import { OperationsService } from './operations.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Operation]), DiscoveryModule],
  providers: [OperationsService, OperationRunner, OperationsResolver],
  exports: [OperationsService],
})
export class JobsModule {}
