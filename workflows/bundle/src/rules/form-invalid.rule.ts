import { lintForm } from '../kinds/form.lint.js';
import type { ContractRule } from './rule.js';

export const formInvalid: ContractRule = {
  id: 'form-invalid',
  severity: 'error',
  kinds: ['form'],
  title: { zh: '表单可以使用', en: 'Every form can be used' },
  check: (view) =>
    view.keys('form').flatMap((key) => {
      const body = view.get('form', key);
      return body ? lintForm(key, body) : [];
    }),
};
