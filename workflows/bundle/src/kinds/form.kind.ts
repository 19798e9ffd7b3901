import { fieldTitle } from '@banshi/forms';
import { diffBodies } from './body-diff.js';
import type { FormBody } from './bodies.js';
import type { Change, ConfigKind } from './kind.js';
import { lintForm } from './form.lint.js';
import { formSchema } from './form.schema.js';
import { schemaRefs } from './schema-refs.js';

const title = { zh: '表单', en: 'Form' };

/** The layout names fields by their titles, which the schema holds. */
function diff(before: FormBody | null, after: FormBody | null): Change[] {
  return diffBodies(title, formSchema, before, after, ({ field }) => {
    if (typeof field !== 'string') return undefined;
    const titles = [after, before].flatMap((form) => (form ? [fieldTitle(form, field)] : []));
    return titles.find((found) => found !== field);
  });
}

export const formKind: ConfigKind<'form'> = {
  kind: 'form',
  title,
  schemaVersion: 1,
  schema: formSchema,
  upcast: (body) => body,
  titleOf: (body) => body.title,
  refs: (body) => schemaRefs(body.schema, '/schema'),
  lint: lintForm,
  diff,
};
