import { diffPolicies, parsePolicy } from '@banshi/policies';
import { diffBodies } from './body-diff.js';
import type { PolicyBody } from './bodies.js';
import type { Change, ConfigKind, Reference } from './kind.js';
import { lintPolicy } from './policy.lint.js';
import { policySchema } from './policy.schema.js';

const title = { zh: '政策文件', en: 'Policy' };

function refs(body: PolicyBody): Reference[] {
  return [
    ...body.services.map((key, index): Reference => ({ path: `/services/${index}`, kind: 'service', key, role: 'service' })),
    ...body.relations.flatMap(({ type, policy }, index): Reference[] => (policy === null ? [] : [{ path: `/relations/${index}/policy`, kind: 'policy', key: policy, role: type }])),
  ];
}

/** The text is compared clause by clause; a clause is the element of its change. */
function diff(before: PolicyBody | null, after: PolicyBody | null): Change[] {
  if (!before || !after) return diffBodies(title, policySchema, before, after);
  const { text: old, ...oldRest } = before;
  const { text: now, ...nowRest } = after;
  const changes = diffBodies(title, policySchema, oldRest, nowRest);
  if (old === now) return changes;
  const clauses = diffPolicies(parsePolicy(old), parsePolicy(now)).map(({ type, before: was, after: is }): Change => {
    const { id, label } = (is ?? was)!;
    const moved = type === 'moved' && was ? { zh: `${was.label} → ${label}`, en: `${was.label} → ${label}` } : { zh: label, en: label };
    return { path: '/text', element: id, type: type === 'moved' ? 'changed' : type, ...(was && { before: was.text }), ...(is && { after: is.text }), label: moved };
  });
  // What stands outside of every clause (title, dates, preamble) has no clause to name.
  return clauses.length > 0 ? [...changes, ...clauses] : [...changes, { path: '/text', type: 'changed', before: old, after: now, label: { zh: '正文', en: 'Text' } }];
}

export const policyKind: ConfigKind<'policy'> = {
  kind: 'policy',
  title,
  // 2: eligibility and audience, which a body of version 1 simply lacks.
  schemaVersion: 2,
  schema: policySchema,
  upcast: (body) => body,
  titleOf: (body) => body.title,
  refs,
  lint: lintPolicy,
  diff,
};
