import { modelOf } from './bundle-model.js';
import { finding, titleIn, type ContractRule } from './rule.js';
import { serviceIntents } from './service-intents.js';

/** Below this, more than every third answer about the service is wrong or missing. */
const leastF1 = 0.6;
/** With fewer held-out texts the figure says nothing: one mistake of two halves it. */
const leastSupport = 5;

export const modelWeakIntent: ContractRule = {
  id: 'model-weak-intent',
  severity: 'warning',
  kinds: ['intent', 'model', 'service'],
  title: { zh: '模型对每个事项的意图足够准', en: 'The model is good enough at the intents of every service' },
  check: (view) => {
    const model = modelOf(view);
    if (!model) return [];
    const services = new Map(serviceIntents(view).map(({ intent, service }) => [intent, service]));
    return model.body.metrics.perIntent
      .filter(({ intent, f1, support }) => services.has(intent) && f1 < leastF1 && support >= leastSupport)
      .map(({ intent, f1, support }) =>
        // Mended by better utterances, so the place is the intent.
        finding(
          modelWeakIntent,
          { kind: 'intent', key: intent, path: '' },
          {
            intent,
            intentTitle: titleIn(view, 'intent', intent),
            f1: Math.round(f1 * 100) / 100,
            support,
            service: services.get(intent)!,
            serviceTitle: titleIn(view, 'service', services.get(intent)!),
            version: model.body.version,
          },
        ),
      );
  },
};
