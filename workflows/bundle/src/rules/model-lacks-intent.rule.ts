import { modelOf } from './bundle-model.js';
import { finding, titleIn, type ContractRule } from './rule.js';
import { serviceIntents } from './service-intents.js';

export const modelLacksIntent: ContractRule = {
  id: 'model-lacks-intent',
  severity: 'error',
  kinds: ['intent', 'model', 'service'],
  title: { zh: '模型认得每个事项的意图', en: 'The model knows the intents of every service' },
  check: (view) => {
    const model = modelOf(view);
    if (!model) return [];
    const known = new Set(model.body.intents);
    return serviceIntents(view)
      .filter(({ intent }) => !known.has(intent))
      .map(({ intent, title, service }) =>
        finding(
          modelLacksIntent,
          { kind: 'intent', key: intent, path: '' },
          { intent, intentTitle: title, service, serviceTitle: titleIn(view, 'service', service), version: model.body.version },
        ),
      );
  },
};
