import { fieldSchema } from '@banshi/forms';
import { conditionScope } from '@banshi/policies';
import type { BundleView } from '../view.js';
import { profileFields } from './policy-condition-invalid.rule.js';
import { finding, type ContractRule } from './rule.js';
import { feelTypeOf } from './variable-types.js';

/** A source that gives nothing is no error: applicants are asked then. */
export const profileSourceUnknown: ContractRule = {
  id: 'profile-source-unknown',
  severity: 'warning',
  kinds: ['profile', 'service', 'form'],
  title: { zh: '申请人信息项的来源在事项的表单里', en: 'Sources of the applicant profile are fields of their services' },
  check: (view) =>
    profileFields(view).flatMap((field) =>
      field.sources.flatMap(({ service, field: name, reading }, index) => {
        // A service that is missing is the finding of another rule.
        if (!view.get('service', service)) return [];
        const schema = schemaOf(view, service, name);
        const type = feelTypeOf(schema).kind;
        const wanted = reading === 'value' ? conditionScope([field])[field.name]!.kind : null;
        const fits = schema && (type === 'any' || (wanted === null ? type === 'string' || type === 'date' : type === wanted));
        return fits ? [] : [finding(profileSourceUnknown, { kind: 'profile', key: field.key, path: `${field.path}/sources/${index}/field` }, { field: field.title, source: name, service, serviceTitle: view.get('service', service)!.title, ...(schema && { type }) })];
      }),
    ),
};

function schemaOf(view: BundleView, service: string, field: string) {
  const form = view.get('service', service)?.form;
  const body = form ? view.get('form', form) : null;
  return body ? fieldSchema(body, field) : undefined;
}
