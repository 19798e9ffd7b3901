import { slotTypes } from './bodies.js';
import { body, choice, description, flag, guideline, itemTitle, key, nullable } from './schema-builders.js';

/** JSON Schema 2020-12 of an intent. */
export const intentSchema = body(['意图', 'Intent'], {
  title: itemTitle,
  description,
  role: choice(['作用', 'Role'], ['service', 'common', 'out-of-scope']),
  service: nullable(key(['对应事项', 'Service'])),
  parent: nullable(key(['上级意图', 'Parent intent'])),
  guideline,
});

/** JSON Schema 2020-12 of a slot. */
export const slotSchema = body(['槽位', 'Slot'], {
  title: itemTitle,
  description,
  type: choice(['槽位类型', 'Slot type'], slotTypes),
  dictionary: nullable(key(['取值字典', 'Dictionary'])),
  sensitive: flag(['敏感信息', 'Sensitive']),
  guideline,
});
