import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { CorpusExportController } from './corpus-export.controller.js';
import { CorpusInsightService } from './corpus-insight.service.js';
import { CorpusSnapshot } from './corpus-snapshot.entity.js';
import { ImportUtterancesJob } from './import/import-utterances.job.js';
import { UtteranceImportsResolver } from './import/imports.resolver.js';
import { IntentCountsResolver, SlotCountsResolver } from './intent-counts.resolver.js';
import { LabelsService } from './labels.service.js';
import { SnapshotsService } from './snapshots.service.js';
import { TrainingSet } from './training-set.entity.js';
import { TrainingSetsResolver } from './training-sets.resolver.js';
import { TrainingSetsService } from './training-sets.service.js';
import { UtteranceImportProblem } from './utterance-import-problem.entity.js';
import { Utterance } from './utterance.entity.js';
import { UtterancesResolver } from './utterances.resolver.js';
import { UtterancesService } from './utterances.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Utterance, UtteranceImportProblem, TrainingSet, CorpusSnapshot]), PrivacyModule],
  controllers: [CorpusExportController],
  providers: [
    LabelsService,
    UtterancesService,
    CorpusInsightService,
    TrainingSetsService,
    SnapshotsService,
    ImportUtterancesJob,
    UtterancesResolver,
    UtteranceImportsResolver,
    TrainingSetsResolver,
    IntentCountsResolver,
    SlotCountsResolver,
  ],
  exports: [UtterancesService, TrainingSetsService, SnapshotsService, CorpusInsightService],
})
export class CorpusModule {}
