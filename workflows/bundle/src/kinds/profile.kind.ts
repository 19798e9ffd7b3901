import { historyVariables } from '@banshi/policies';
import type { Finding } from '../findings.js';
import { diffBodies } from './body-diff.js';
import type { ProfileBody } from './bodies.js';
import type { ConfigKind, Reference } from './kind.js';
import { profileSchema } from './profile.schema.js';

const title = { zh: '申请人信息项', en: 'Applicant profile' };

function refs({ fields }: ProfileBody): Reference[] {
  return fields.flatMap(({ dictionary, sources }, index): Reference[] => [
    ...(dictionary === null ? [] : [{ path: `/fields/${index}/dictionary`, kind: 'dictionary' as const, key: dictionary, role: 'dictionary' }]),
    ...sources.map(({ service }, n): Reference => ({ path: `/fields/${index}/sources/${n}/service`, kind: 'service', key: service, role: 'source' })),
  ]);
}

/** Words of FEEL and variables of the history, which a field of that name would hide. */
const taken = new Set([...Object.keys(historyVariables), 'item', 'partial', 'true', 'false', 'null', 'and', 'or', 'not', 'if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'between', 'function', 'instance', 'of']);

export function lintProfile(key: string, { fields }: ProfileBody): Finding[] {
  const at = (rule: string, index: number, property: string, params: Finding['params']): Finding => ({ rule, severity: 'error', kind: 'profile', key, path: `/fields/${index}/${property}`, params });
  return fields.flatMap(({ name, title: called, type, dictionary }, index) => [
    ...(taken.has(name) ? [at('profile-name-reserved', index, 'name', { name })] : []),
    ...(type === 'choice' && dictionary === null ? [at('profile-dictionary-missing', index, 'dictionary', { field: called })] : []),
  ]);
}

export const profileKind: ConfigKind<'profile'> = {
  kind: 'profile',
  title,
  schemaVersion: 1,
  schema: profileSchema,
  upcast: (body) => body,
  titleOf: (body) => body.title,
  refs,
  lint: lintProfile,
  diff: (before, after) => diffBodies(title, profileSchema, before, after),
};
