import { finding, type ContractRule } from './rule.js';

export const modelMissing: ContractRule = {
  id: 'model-missing',
  severity: 'error',
  kinds: ['intent', 'model'],
  title: { zh: '有意图就要有模型', en: 'A bundle with intents has a model' },
  // The place is a model that does not exist yet, so its key is empty.
  check: (view) => {
    const intents = view.keys('intent').length;
    return intents > 0 && view.keys('model').length === 0 ? [finding(modelMissing, { kind: 'model', key: '', path: '' }, { intents })] : [];
  },
};
