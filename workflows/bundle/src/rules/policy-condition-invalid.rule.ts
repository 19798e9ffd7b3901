import { checkCondition, conditionScope } from '@banshi/policies';
import type { BundleView } from '../view.js';
import { finding, type ContractRule } from './rule.js';

/** The fields of all profiles of the bundle, with the place of each. */
export const profileFields = (view: BundleView) =>
  view.keys('profile').flatMap((key) => (view.get('profile', key)?.fields ?? []).map((field, index) => ({ ...field, key, path: `/fields/${index}` })));

export const policyConditionInvalid: ContractRule = {
  id: 'policy-condition-invalid',
  severity: 'error',
  kinds: ['policy', 'profile'],
  title: { zh: '享受条件能用申请人信息项判断', en: 'Conditions of a policy can be judged by the applicant profile' },
  check: (view) => {
    const scope = conditionScope(profileFields(view));
    return view.keys('policy').flatMap((key) =>
      (view.get('policy', key)?.eligibility ?? []).flatMap(({ title, condition }, index) =>
        checkCondition(condition, scope).map(({ code, params, from, to }) =>
          finding(policyConditionInvalid, { kind: 'policy', key, path: `/eligibility/${index}/condition` }, { ...params, reason: code, from, to, source: condition, condition: title }),
        ),
      ),
    );
  },
};
