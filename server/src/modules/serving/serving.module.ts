import { Module } from '@nestjs/common';
import { CorpusModule } from '../corpus/corpus.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { InterpretViewsService } from './interpret-views.service.js';
import { MistakesResolver } from './mistakes.resolver.js';
import { ServingService } from './serving.service.js';
import { TryOutResolver } from './try-out.resolver.js';

@Module({
  imports: [CorpusModule, RegistryModule],
  providers: [ServingService, InterpretViewsService, TryOutResolver, MistakesResolver],
  exports: [ServingService, InterpretViewsService],
})
export class ServingModule {}
