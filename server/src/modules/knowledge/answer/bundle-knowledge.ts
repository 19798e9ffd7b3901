import type { LoadedBundle } from '../../release/bundles.service.js';
import { ServiceNames } from '../question/service-names.js';
import { PolicyLibrary } from '../search/policy-library.js';
import { type AnsweredQuestion, QuestionIndex } from './question-index.js';

/** What is read of a bundle. */
export type KnowledgeSource = Pick<LoadedBundle, 'keys' | 'get'>;

/** Everything in a bundle that answers questions, indexed once. Words count at once, meaning as soon as the vectors are there. */
export class BundleKnowledge {
  private constructor(
    readonly bundle: KnowledgeSource,
    readonly library: PolicyLibrary,
    readonly questions: QuestionIndex,
    readonly services: ServiceNames,
  ) {}

  static async of(bundle: KnowledgeSource): Promise<BundleKnowledge> {
    const library = await PolicyLibrary.build(bundle.keys('policy').map((key) => ({ key, body: bundle.get('policy', key)! })));
    const intents = bundle.keys('intent').map((key) => bundle.get('intent', key)!);
    const services = bundle.keys('service').map((key) => ({ key, body: bundle.get('service', key)!, names: intents.filter(({ service }) => service === key).map(({ title }) => title) }));
    const names = new Map(services.map(({ key, body, names: others }) => [key, [body.title, ...others]]));
    return new BundleKnowledge(bundle, library, new QuestionIndex([...bundle.keys('faq').map((key) => ownQuestion(bundle, key)), ...services.flatMap(({ key }) => guideQuestions(bundle, key))], names), new ServiceNames(services));
  }
}

function guideQuestions(bundle: KnowledgeSource, service: string): AnsweredQuestion[] {
  return bundle.get('service', service)!.guide.faq.map(({ question, answer }, index) => ({ key: `${service}/${index}`, questions: [question], answer, services: [service], from: null, to: null }));
}

function ownQuestion(bundle: KnowledgeSource, key: string): AnsweredQuestion {
  const { title, similar, answer, services, validFrom, validTo } = bundle.get('faq', key)!;
  return { key, questions: [title, ...similar], answer, services, from: validFrom, to: validTo };
}
