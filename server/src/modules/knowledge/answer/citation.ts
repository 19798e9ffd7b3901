import type { Citation } from '@banshi/dialog';
import { periodOf } from '@banshi/policies';
import type { FoundClause, PolicyLibrary } from '../search/policy-library.js';

/** Longer clauses are quoted in the part that answers. */
const maxQuote = 800;

/** A found clause as an answer quotes it. `marks` are where the answer stands; all offsets are in the document. */
export function toCitation(library: PolicyLibrary, { policy, place, article, snippet, state }: FoundClause, marks: Citation['marks'] = snippet.marks): Citation {
  const { body } = policy;
  const period = periodOf({ from: body.effectiveFrom, to: body.effectiveTo }, body.clauseValidity, article);
  const { start, end } = place.end - place.start <= maxQuote || snippet.end === snippet.start ? place : snippet;
  return {
    policy: policy.key, title: body.title, issuer: body.issuer, number: body.number,
    clause: place.id, label: place.label, path: place.path,
    quote: body.text.slice(start, end), start, end,
    marks: marks.filter(([from, to]) => from >= start && to <= end),
    state, effectiveFrom: period.from, effectiveTo: period.to,
    successor: state === 'expired' ? library.successorOf(policy) : null,
  };
}
