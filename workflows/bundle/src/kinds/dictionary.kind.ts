import { diffBodies } from './body-diff.js';
import { lintDictionary } from './dictionary.lint.js';
import { dictionarySchema } from './dictionary.schema.js';
import type { ConfigKind } from './kind.js';

const title = { zh: '字典', en: 'Dictionary' };

export const dictionaryKind: ConfigKind<'dictionary'> = {
  kind: 'dictionary',
  title,
  schemaVersion: 1,
  schema: dictionarySchema,
  upcast: (body) => body,
  titleOf: (body) => body.title,
  refs: () => [],
  lint: lintDictionary,
  diff: (before, after) => diffBodies(title, dictionarySchema, before, after),
};
