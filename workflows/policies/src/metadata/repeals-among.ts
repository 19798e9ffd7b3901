import { titleKey } from '../citation.js';
import type { ProposedRelation } from './relations-of-policy.js';

export interface DatedPolicy {
  title: string;
  effectiveFrom: string | null;
  relations: readonly Pick<ProposedRelation, 'type' | 'title' | 'date'>[];
}

/** The end that one document sets to another. */
export interface Repeal {
  /** Index of the document that ends. */
  repealed: number;
  by: number;
  /** First day no longer in force; null where the repealing document does not say when it takes effect. */
  on: string | null;
}

/**
 * Which documents of a collection others repeal. A document that repeals one of its own title means an earlier text of it, and of
 * several texts with that title those that took effect before it.
 */
export function repealsAmong(policies: readonly DatedPolicy[]): Repeal[] {
  const byTitle = new Map<string, number[]>();
  policies.forEach(({ title }, index) => byTitle.set(titleKey(title), [...(byTitle.get(titleKey(title)) ?? []), index]));
  return policies.flatMap(({ effectiveFrom, relations }, by) =>
    relations
      .filter(({ type }) => type === 'repeals')
      .flatMap(({ title, date }) => (byTitle.get(titleKey(title)) ?? []).map((repealed) => ({ repealed, by, on: date ?? effectiveFrom })))
      .filter(({ repealed, on }) => repealed !== by && !startsLater(policies[repealed]!.effectiveFrom, on)),
  );
}

const startsLater = (from: string | null, on: string | null) => from !== null && on !== null && from >= on;
