import { diffBodies } from './body-diff.js';
import type { ConfigKind } from './kind.js';
import { lintForm } from './form.lint.js';
import { formSchema } from './form.schema.js';
import { schemaRefs } from './schema-refs.js';

const title = { zh: '表单', en: 'Form' };

export const formKind: ConfigKind<'form'> = {
  kind: 'form',
  title,
  schemaVersion: 1,
  schema: formSchema,
  upcast: (body) => body,
  titleOf: (body) => body.title,
  refs: (body) => schemaRefs(body.schema, '/schema'),
  lint: lintForm,
  diff: (before, after) => diffBodies(title, formSchema, before, after),
};
