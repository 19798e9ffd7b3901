import { profileFields } from './policy-condition-invalid.rule.js';
import { finding, type ContractRule } from './rule.js';

export const profileFieldDuplicate: ContractRule = {
  id: 'profile-field-duplicate',
  severity: 'error',
  kinds: ['profile'],
  title: { zh: '申请人信息项的变量名不重复', en: 'No variable of the applicant profile is used twice' },
  check: (view) => {
    const first = new Map<string, string>();
    return profileFields(view).flatMap(({ name, title, key, path }) => {
      const other = first.get(name);
      if (other === undefined) first.set(name, title);
      return other === undefined ? [] : [finding(profileFieldDuplicate, { kind: 'profile', key, path: `${path}/name` }, { name, other })];
    });
  },
};
