import type { Finding } from '../findings.js';
import { diffBodies } from './body-diff.js';
import type { SlotBody } from './bodies.js';
import type { ConfigKind } from './kind.js';
import { slotSchema } from './language.schemas.js';

const title = { zh: '槽位', en: 'Slot' };

export function lintSlot(key: string, body: SlotBody): Finding[] {
  const at = (rule: string, severity: Finding['severity']): Finding => ({ rule, severity, kind: 'slot', key, path: '/dictionary', params: {} });
  if (body.type === 'enum' && body.dictionary === null) return [at('slot-dictionary-missing', 'error')];
  if (body.type !== 'enum' && body.dictionary !== null) return [at('slot-dictionary-unused', 'warning')];
  return [];
}

export const slotKind: ConfigKind<'slot'> = {
  kind: 'slot',
  title,
  schemaVersion: 1,
  schema: slotSchema,
  upcast: (body) => body,
  titleOf: (body) => body.title,
  refs: ({ dictionary }) => (dictionary === null ? [] : [{ path: '/dictionary', kind: 'dictionary', key: dictionary, role: 'dictionary' }]),
  lint: lintSlot,
  diff: (before, after) => diffBodies(title, slotSchema, before, after),
};
