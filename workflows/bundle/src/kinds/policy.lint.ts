import { parsePolicy } from '@banshi/policies';
import type { Finding } from '../findings.js';
import type { PolicyBody } from './bodies.js';

export function lintPolicy(key: string, body: PolicyBody): Finding[] {
  const at = (rule: string, severity: Finding['severity'], path: string, params: Finding['params'] = {}): Finding => ({ rule, severity, kind: 'policy', key, path, params });
  return [...lintDates(body, at), ...lintText(body, at), ...lintConditions(body, at)];
}

type At = (rule: string, severity: Finding['severity'], path: string, params?: Finding['params']) => Finding;

const isInverted = (from: string | null, to: string | null) => from !== null && to !== null && from >= to;

function lintDates(body: PolicyBody, at: At): Finding[] {
  const findings: Finding[] = [];
  if (isInverted(body.effectiveFrom, body.effectiveTo)) findings.push(at('policy-dates-inverted', 'error', '/effectiveTo', { from: body.effectiveFrom!, to: body.effectiveTo! }));
  body.clauseValidity.forEach(({ from, to }, index) => {
    if (isInverted(from, to)) findings.push(at('policy-dates-inverted', 'error', `/clauseValidity/${index}/to`, { from: from!, to: to! }));
  });
  if (body.effectiveFrom === null) findings.push(at('policy-undated', 'info', '/effectiveFrom'));
  return findings;
}

/** Of a text that is odd all over, so many places are named. */
const maxPlaces = 20;

function lintText(body: PolicyBody, at: At): Finding[] {
  const { units, problems } = parsePolicy(body.text);
  const articles = new Set(units.map(({ id }) => id));
  const unknown = body.clauseValidity.flatMap(({ clause }, index) => (articles.has(clause) ? [] : [at('policy-clause-unknown', 'error', `/clauseValidity/${index}/clause`, { clause })]));
  const odd = problems.slice(0, maxPlaces).map(({ code, params }) =>
    code === 'article-duplicate' ? at('policy-article-duplicate', 'warning', '/text', params) : at('policy-structure', 'info', '/text', { ...params, code }),
  );
  return [...unknown, ...odd];
}

/** What is wrong with the conditions by themselves; names and types are looked up by a contract rule. */
function lintConditions({ eligibility = [] }: PolicyBody, at: At): Finding[] {
  const keys = eligibility.map(({ key }) => key);
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [at('policy-condition-duplicate', 'error', `/eligibility/${index}/key`, { condition: key })] : []));
}
