import { finding, type ContractRule } from './rule.js';

export const policyEndedInUse: ContractRule = {
  id: 'policy-ended-in-use',
  severity: 'warning',
  kinds: ['policy', 'service'],
  title: { zh: '事项不再依据已废止的政策文件', en: 'No service rests on a policy that was repealed' },
  check: (view) => {
    const repealed = new Set(view.keys('policy').flatMap((key) => (view.get('policy', key)?.relations ?? []).flatMap(({ type, policy }) => (type === 'repeals' && policy !== null ? [policy] : []))));
    return view.keys('service').flatMap((key) =>
      (view.get('service', key)?.guide.legalBasis ?? []).flatMap(({ policy }, index) => {
        const body = policy === undefined ? null : view.get('policy', policy);
        if (!body || body.effectiveTo === null) return [];
        const successor = body.relations.find(({ type }) => type === 'replaced-by');
        // An end that was set from the beginning (有效期五年) is no repeal; rules know no today.
        if (!successor && !repealed.has(policy!)) return [];
        return [finding(policyEndedInUse, { kind: 'service', key, path: `/guide/legalBasis/${index}/policy` }, { policy: body.title, to: body.effectiveTo, successor: successor?.title ?? '' })];
      }),
    );
  },
};
