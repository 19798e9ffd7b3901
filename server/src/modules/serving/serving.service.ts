import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InferenceError, type Interpretation as RawInterpretation } from '@banshi/runtime';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { ENVIRONMENT } from '../../platform/configuration/configuration.module.js';
import type { Environment } from '../../platform/configuration/environment.js';
import { ModelStoreService } from '../registry/model-store.service.js';
import type { Interpretation, InterpretView } from './interpretation.types.js';
import { ModelPool } from './model-pool.js';
import { readSlots } from './read-slots.js';
import { toDomainError } from './serving.errors.js';

/** So many alternatives are worth showing. */
const maxIntents = 10;
const textsPerTurn = 8;

/** Understands texts with a model named by its hash, in worker threads. Knows no channel: what to show comes as a view. */
@Injectable()
export class ServingService implements OnApplicationShutdown {
  private readonly pool: ModelPool;

  constructor(
    private readonly store: ModelStoreService,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.pool = new ModelPool(environment.inferenceWorkers);
  }

  /** Answers in the order of the texts. Loads the model where it is not loaded; one that fails its manifest is refused. */
  async interpret(ctx: Pick<RequestContext, 'language'>, model: string, texts: readonly string[], view: InterpretView, now = new Date()): Promise<Interpretation[]> {
    const raw = await this.understand(model, texts);
    const answers: Interpretation[] = [];
    for (const [i, answer] of raw.entries()) {
      // Looking for values in long texts takes milliseconds each: others get their turn in between.
      if (i > 0 && i % textsPerTurn === 0) await nextTurn();
      answers.push(await this.read(ctx, model, texts[i]!, answer, view, now));
    }
    return answers;
  }

  /** The likeliest intent of each text, whatever its confidence, as the model's held-out figures count it. */
  async bestIntents(model: string, texts: readonly string[]): Promise<{ key: string; confidence: number }[]> {
    const answers = await this.understand(model, texts);
    return answers.map(({ intents }) => intents[0]!);
  }

  /** What the model itself says of each text, in their order: intents and marked spans, without rules, titles or values. */
  async understand(model: string, texts: readonly string[]): Promise<RawInterpretation[]> {
    return translated(this.pool.interpret(model, () => this.store.verified(model), texts));
  }

  /** Loads and warms up a model before it is asked. */
  async preload(model: string): Promise<void> {
    await translated(this.pool.ensure(model, () => this.store.verified(model)));
  }

  async unload(model: string): Promise<void> {
    await this.pool.unload(model);
  }

  /** Hashes of the models in memory. */
  loaded(): string[] {
    return this.pool.loaded();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }

  private async read(ctx: Pick<RequestContext, 'language'>, model: string, text: string, raw: RawInterpretation, view: InterpretView, now: Date): Promise<Interpretation> {
    const [best] = raw.intents;
    const bindings = best && !raw.outOfScope ? await view.bindings(best.key) : [];
    return {
      intents: raw.intents.slice(0, maxIntents).map(({ key, confidence }) => ({ key, title: view.intentTitle(key) ?? key, confidence })),
      outOfScope: raw.outOfScope,
      slots: readSlots(text, raw.slots, view.slots, bindings, ctx.language, now),
      model,
      truncated: raw.truncated,
    };
  }
}

async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof InferenceError ? toDomainError(error) : error;
  }
}
