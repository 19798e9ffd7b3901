import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CorpusModule } from '../corpus/corpus.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { LocalExecutor } from './executors/local/local-executor.js';
import { RayExecutor } from './executors/ray/ray-executor.js';
import { TransferController } from './executors/ray/transfer.controller.js';
import { TransferLinks } from './executors/ray/transfer-links.js';
import { TrainingExecutorsService } from './executors/training-executors.service.js';
import { EarlyStopping } from './groups/early-stopping.service.js';
import { TrainingGroupsResolver } from './groups/training-groups.resolver.js';
import { TrainingGroupsService } from './groups/training-groups.service.js';
import { FullMethod } from './methods/full.method.js';
import { HeadMethod } from './methods/head.method.js';
import { TrainingMethodsService } from './methods/training-methods.service.js';
import { ModelOriginResolver } from './model-origin.resolver.js';
import { PrepareEnvironmentJob } from './python/prepare-environment.job.js';
import { PythonEnvironmentService } from './python/python-environment.service.js';
import { TrainingEnvironmentResolver } from './python/training-environment.resolver.js';
import { RunTrainingJob } from './run-training.job.js';
import { TrainHeadJob } from './train-head.job.js';
import { TrainingEstimateService } from './training-estimate.service.js';
import { TrainingFieldsResolver, TrainingResultResolver } from './training-fields.resolver.js';
import { TrainingJob } from './training-job.entity.js';
import { TrainingJobsResolver } from './training-jobs.resolver.js';
import { TrainingJobsService } from './training-jobs.service.js';
import { TrainingLog } from './training-log.entity.js';
import { TrainingOptionsResolver } from './training-options.resolver.js';
import { TrainingPlansService } from './training-plans.service.js';
import { TrainingPoint } from './training-point.entity.js';
import { WorkFolders } from './work-folders.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([TrainingJob, TrainingPoint, TrainingLog]), CorpusModule, RegistryModule],
  controllers: [TransferController],
  providers: [
    TrainHeadJob,
    PythonEnvironmentService,
    LocalExecutor,
    TransferLinks,
    RayExecutor,
    TrainingExecutorsService,
    HeadMethod,
    FullMethod,
    TrainingMethodsService,
    TrainingPlansService,
    TrainingEstimateService,
    EarlyStopping,
    TrainingJobsService,
    TrainingGroupsService,
    RunTrainingJob,
    WorkFolders,
    PrepareEnvironmentJob,
    TrainingJobsResolver,
    TrainingGroupsResolver,
    TrainingOptionsResolver,
    TrainingEnvironmentResolver,
    TrainingFieldsResolver,
    TrainingResultResolver,
    ModelOriginResolver,
  ],
  exports: [TrainingJobsService],
})
export class TrainingModule {}
