import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases/cases.module.js';
import { CorpusModule } from '../corpus/corpus.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { OrgModule } from '../org/org.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { ReleaseModule } from '../release/release.module.js';
import { ServingModule } from '../serving/serving.module.js';
import { CitizenProfileService } from './citizen-profile.service.js';
import { ConversationsService } from './conversations.service.js';
import { DeskListsService } from './desk-lists.service.js';
import { DeskResolver } from './desk.resolver.js';
import { DeskService } from './desk.service.js';
import { DialogFact } from './dialog-fact.entity.js';
import { DialogPersonalData } from './dialog-personal-data.js';
import { DialogQuestion } from './dialog-question.entity.js';
import { DialogSession } from './dialog-session.entity.js';
import { DialogStatisticsResolver } from './dialog-statistics.resolver.js';
import { DialogStatisticsService } from './dialog-statistics.service.js';
import { DialogStore } from './dialog-store.js';
import { DialogTurn } from './dialog-turn.entity.js';
import { DialogVault } from './dialog-vault.js';
import { EffectsService } from './effects.service.js';
import { PrefillService } from './prefill.service.js';
import { QuestionListsService } from './question-lists.service.js';
import { QuestionsResolver } from './questions.resolver.js';
import { QuestionsService } from './questions.service.js';
import { ReadingService } from './reading.service.js';
import { RehearsalService } from './rehearsal.service.js';
import { DialogSubmissionService } from './submission.service.js';
import { SuggestionsService } from './suggestions.service.js';
import { DialogTestsResolver } from './tests/dialog-tests.resolver.js';
import { DialogTestsService } from './tests/dialog-tests.service.js';
import { TestRecorderService } from './tests/test-recorder.service.js';
import { TryTurnResolver } from './try-turn.resolver.js';
import { TurnRunner } from './turn-runner.js';

/** Conversations with the hall's assistant, and the clerks who take them over. */
@Module({
  imports: [TypeOrmModule.forFeature([DialogSession, DialogTurn, DialogFact, DialogQuestion]), OrgModule, PrivacyModule, CorpusModule, ReleaseModule, ServingModule, KnowledgeModule, CasesModule],
  providers: [
    DialogVault, DialogStore, DialogPersonalData, QuestionsService, EffectsService, DialogSubmissionService, ReadingService, CitizenProfileService, TurnRunner, ConversationsService, SuggestionsService, PrefillService, RehearsalService, TryTurnResolver,
    DialogTestsService, TestRecorderService, DialogTestsResolver,
    DeskService, DeskListsService, DeskResolver,
    QuestionListsService, QuestionsResolver, DialogStatisticsService, DialogStatisticsResolver,
  ],
  exports: [ConversationsService, SuggestionsService, PrefillService, DeskListsService],
})
export class DialogModule {}
