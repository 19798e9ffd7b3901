import type { Finding } from '../findings.js';
import { diffBodies } from './body-diff.js';
import type { IntentBody } from './bodies.js';
import type { ConfigKind, Reference } from './kind.js';
import { intentSchema } from './language.schemas.js';

const title = { zh: '意图', en: 'Intent' };

function refs(body: IntentBody): Reference[] {
  const found: Reference[] = [];
  if (body.service !== null) found.push({ path: '/service', kind: 'service', key: body.service, role: 'service' });
  if (body.parent !== null) found.push({ path: '/parent', kind: 'intent', key: body.parent, role: 'parent' });
  return found;
}

export function lintIntent(key: string, body: IntentBody): Finding[] {
  if (body.role === 'service' || body.service === null) return [];
  return [{ rule: 'intent-role-conflict', severity: 'warning', kind: 'intent', key, path: '/service', params: { service: body.service, role: body.role } }];
}

export const intentKind: ConfigKind<'intent'> = {
  kind: 'intent',
  title,
  schemaVersion: 1,
  schema: intentSchema,
  upcast: (body) => body,
  titleOf: (body) => body.title,
  refs,
  lint: lintIntent,
  diff: (before, after) => diffBodies(title, intentSchema, before, after),
};
