import { Module } from '@nestjs/common';
import { RegistryModule } from '../registry/registry.module.js';
import { KnowledgeService } from './knowledge.service.js';
import { PhrasingService } from './phrasing/phrasing.service.js';
import { PassageEncoder } from './passage-encoder.js';

/** Searching and answering from what a bundle says. */
@Module({ imports: [RegistryModule], providers: [KnowledgeService, PassageEncoder, PhrasingService], exports: [KnowledgeService] })
export class KnowledgeModule {}
