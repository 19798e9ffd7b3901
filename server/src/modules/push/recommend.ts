import type { PolicyBody } from '@banshi/bundle';
import { conditionVariables, type EligibilityVerdict, interestSignals, type InterestSignal, judge } from '@banshi/policies';
import type { LoadedBundle } from '../release/bundles.service.js';
import type { KnownPerson } from './facts.service.js';
import { interestsOf, vocabularyOf } from './vocabulary.js';

export interface Assessment {
  eligibility: EligibilityVerdict;
  signals: InterestSignal[];
  /** The verdict as a push takes it: a policy without conditions is for those who have shown an interest. */
  verdict: EligibilityVerdict['verdict'];
}

/** Names that the conditions of policies read. */
export const variablesOf = (bodies: readonly PolicyBody[]): string[] => [...new Set(bodies.flatMap(({ eligibility = [] }) => eligibility.flatMap(({ condition }) => conditionVariables(condition))))];

/** How a policy meets what is known of a person. */
export function assess(bundle: LoadedBundle, key: string, body: PolicyBody, person: KnownPerson, now: Date): Assessment {
  const conditions = body.eligibility ?? [];
  const eligibility = judge(conditions, vocabularyOf(bundle).fields, person.facts, now);
  const signals = interestSignals(interestsOf(key, body), person.interests);
  return { eligibility, signals, verdict: conditions.length === 0 && signals.length === 0 ? 'unfit' : eligibility.verdict };
}
