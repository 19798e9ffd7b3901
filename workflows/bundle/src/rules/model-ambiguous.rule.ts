import { finding, titleIn, type ContractRule } from './rule.js';

export const modelAmbiguous: ContractRule = {
  id: 'model-ambiguous',
  severity: 'error',
  kinds: ['model'],
  title: { zh: '发布包只含一个模型', en: 'A bundle holds one model' },
  check: (view) =>
    view
      .keys('model')
      .slice(1)
      .map((key) => {
        const first = view.keys('model')[0]!;
        return finding(modelAmbiguous, { kind: 'model', key, path: '' }, { first, firstTitle: titleIn(view, 'model', first) });
      }),
};
