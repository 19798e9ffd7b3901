import type { Answer } from '@banshi/dialog';
import type { PolicyInterpretation } from '@banshi/policies';
import { chinaDate, isoDate } from '@banshi/values';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { log } from '../../platform/logging/log.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { answerQuestion } from './answer/answer-question.js';
import { BundleKnowledge } from './answer/bundle-knowledge.js';
import { PhrasingService } from './phrasing/phrasing.service.js';
import { interpretationOf } from './interpretation-of.js';
import { PassageEncoder } from './passage-encoder.js';
import type { FoundClause, PolicyLibrary, SearchFilter } from './search/policy-library.js';

export { holdsIn, stateOf, type FoundClause, type LibraryPolicy, type PolicyLibrary, type SearchFilter } from './search/policy-library.js';

export interface AnswerOptions {
  /** ISO day as of which the answer holds; today in China. */
  on?: string;
  /** Code of the division where the citizen is. */
  region?: string | undefined;
  /** Key of the service that is talked about. */
  service?: string | null | undefined;
}

/** A question longer than this is not one; the rest is not read. */
const maxQuestion = 500;

/** What a bundle knows: its policies, guides and answered questions, indexed once and kept as long as the bundle is. */
@Injectable()
export class KnowledgeService {
  private readonly known = new WeakMap<LoadedBundle, Promise<BundleKnowledge>>();
  private readonly encoding = new WeakMap<LoadedBundle, Promise<void>>();
  private readonly interpretations = new WeakMap<PolicyLibrary, Map<string, PolicyInterpretation | null>>();

  constructor(
    private readonly encoder: PassageEncoder,
    private readonly phrasing: PhrasingService,
  ) {}

  async libraryOf(bundle: LoadedBundle): Promise<PolicyLibrary> {
    return (await this.knowledgeOf(bundle)).library;
  }

  /** Clauses that answer words or a citation; by meaning too once the vectors are there. */
  async search(bundle: LoadedBundle, words: string, filter: SearchFilter, limit: number): Promise<FoundClause[]> {
    const { library } = await this.knowledgeOf(bundle);
    const asked = readable(words);
    return library.search(asked, filter, limit, await this.vectorOf(library, asked));
  }

  /** The answer to a question, every sentence verbatim from its source unless an endpoint phrased it; `source: 'none'` where nothing is sure enough. */
  async answer(ctx: Pick<RequestContext, 'language'>, bundle: LoadedBundle, question: string, { on, region, service }: AnswerOptions = {}): Promise<Answer> {
    const knowledge = await this.knowledgeOf(bundle);
    const asked = readable(question);
    const found = answerQuestion(knowledge, asked, await this.vectorOf(knowledge.library, asked), { on: on ?? isoDate(chinaDate(new Date())), region, service, language: ctx.language });
    return this.phrasing.phrase(found, ctx.language);
  }

  /** A document for reading, in its own sentences; null where the bundle has none of that key. */
  async interpretation(bundle: LoadedBundle, key: string): Promise<PolicyInterpretation | null> {
    const { library } = await this.knowledgeOf(bundle);
    let made = this.interpretations.get(library);
    if (!made) this.interpretations.set(library, (made = new Map()));
    if (!made.has(key)) made.set(key, interpretationOf(library, key, bundle.keys('service').map((service) => bundle.get('service', service)!)));
    return made.get(key)!;
  }

  /** Waits until meaning counts for a bundle, or is known not to be had. */
  async ready(bundle: LoadedBundle): Promise<void> {
    await this.knowledgeOf(bundle);
    await this.encoding.get(bundle);
  }

  private async vectorOf({ hasVectors }: PolicyLibrary, words: string): Promise<Float32Array | null> {
    return hasVectors && words.trim() !== '' ? this.encoder.question(words) : null;
  }

  private knowledgeOf(bundle: LoadedBundle): Promise<BundleKnowledge> {
    let knowledge = this.known.get(bundle);
    if (!knowledge) {
      this.known.set(bundle, (knowledge = BundleKnowledge.of(bundle)));
      this.encoding.set(bundle, knowledge.then((made) => this.addVectors(made)).catch((error: Error) => log.warn({ err: error }, 'what a bundle says is searched by words alone')));
    }
    return knowledge;
  }

  private async addVectors({ library, questions }: BundleKnowledge): Promise<void> {
    const { owners, texts } = library.passages();
    const wordings = questions.texts();
    const vectors = await this.encoder.passages([...texts, ...wordings]);
    if (!vectors) return;
    questions.addVectors(vectors.slice(texts.length));
    library.addVectors(owners, vectors.slice(0, texts.length));
  }
}

/** Half of a character beyond the basic plane is no text, and nobody asks a question of more than some hundred characters. */
const readable = (text: string) => text.slice(0, maxQuestion).replace(/[\ud800-\udfff]/gu, '');
