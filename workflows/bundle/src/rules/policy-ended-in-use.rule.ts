import { finding, type ContractRule } from './rule.js';

export const policyEndedInUse: ContractRule = {
  id: 'policy-ended-in-use',
  severity: 'warning',
  kinds: ['policy', 'service'],
  title: { zh: '事项依据的政策文件没有失效日期', en: 'No service rests on a policy that ends' },
  check: (view) =>
    view.keys('service').flatMap((key) =>
      (view.get('service', key)?.guide.legalBasis ?? []).flatMap(({ policy }, index) => {
        const body = policy === undefined ? null : view.get('policy', policy);
        if (!body || body.effectiveTo === null) return [];
        const successor = body.relations.find(({ type }) => type === 'replaced-by');
        return [finding(policyEndedInUse, { kind: 'service', key, path: `/guide/legalBasis/${index}/policy` }, { policy: body.title, to: body.effectiveTo, successor: successor?.title ?? '' })];
      }),
    ),
};
