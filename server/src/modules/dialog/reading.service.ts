import type { Answer, Understanding } from '@banshi/dialog';
import { sliceCodePoints } from '@banshi/values';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { log } from '../../platform/logging/log.js';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { ServingService } from '../serving/serving.service.js';

/** Code points that a model is asked to read; what it wants to say is said by then. */
const maxRead = 2_000;

export interface Reading {
  understanding: Understanding | null;
  answer: Answer | null;
}

/** What the model and the knowledge base make of a text, before the dialogue decides. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly serving: ServingService,
    private readonly knowledge: KnowledgeService,
  ) {}

  /** Takes milliseconds to hundreds of them: never call it while a row is locked. A model that fails is a model that is not there. */
  async read(ctx: RequestContext, bundle: LoadedBundle, text: string, service: string | null): Promise<Reading> {
    if (text.trim() === '') return { understanding: null, answer: null };
    const [understanding, answer] = await Promise.all([this.understandText(ctx, bundle, text), this.knowledge.answer(ctx, bundle, text, { service })]);
    return { understanding, answer };
  }

  async understandText(ctx: RequestContext, bundle: LoadedBundle, text: string): Promise<Understanding | null> {
    const [key] = bundle.keys('model');
    const model = key === undefined ? null : bundle.get('model', key);
    if (!model) return null;
    try {
      const [raw] = await this.serving.understand(model.artifact, [sliceCodePoints(text, 0, maxRead)]);
      return { intents: raw!.intents, outOfScope: raw!.outOfScope, spans: raw!.slots };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      log.warn({ code: error.code, requestId: ctx.request.requestId }, 'a turn goes on without the model');
      return null;
    }
  }
}
