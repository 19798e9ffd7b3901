import { Module } from '@nestjs/common';
import { KnowledgeService } from './knowledge.service.js';

/** Searching what a bundle says. */
@Module({ providers: [KnowledgeService], exports: [KnowledgeService] })
export class KnowledgeModule {}
