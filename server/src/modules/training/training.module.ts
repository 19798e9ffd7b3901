import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CorpusModule } from '../corpus/corpus.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { TrainHeadJob } from './train-head.job.js';
import { TrainingEstimateService } from './training-estimate.service.js';
import { ModelOriginResolver, TrainingFieldsResolver } from './training-fields.resolver.js';
import { TrainingJob } from './training-job.entity.js';
import { TrainingJobsResolver } from './training-jobs.resolver.js';
import { TrainingJobsService } from './training-jobs.service.js';
import { TrainingLog } from './training-log.entity.js';
import { TrainingPoint } from './training-point.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([TrainingJob, TrainingPoint, TrainingLog]), CorpusModule, RegistryModule],
  providers: [TrainingJobsService, TrainingEstimateService, TrainHeadJob, TrainingJobsResolver, TrainingFieldsResolver, ModelOriginResolver],
  exports: [TrainingJobsService],
})
export class TrainingModule {}
