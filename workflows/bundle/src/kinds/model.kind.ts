import { diffBodies } from './body-diff.js';
import type { ModelBody } from './bodies.js';
import type { ConfigKind, Reference } from './kind.js';
import { modelSchema } from './model.schema.js';

const title = { zh: '模型', en: 'Model' };

function refs(body: ModelBody): Reference[] {
  return [
    ...body.intents.map((key, index): Reference => ({ path: `/intents/${index}`, kind: 'intent', key, role: 'label' })),
    ...body.slots.map((key, index): Reference => ({ path: `/slots/${index}`, kind: 'slot', key, role: 'label' })),
  ];
}

export const modelKind: ConfigKind<'model'> = {
  kind: 'model',
  title,
  schemaVersion: 1,
  schema: modelSchema,
  upcast: (body) => body,
  titleOf: (body) => body.title,
  refs,
  lint: () => [],
  diff: (before, after) => diffBodies(title, modelSchema, before, after),
};
