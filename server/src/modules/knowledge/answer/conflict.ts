import type { Answer } from '@banshi/dialog';
import { prevailing } from '@banshi/policies';
import { readValues } from '@banshi/values';
import type { Language } from '../../../platform/actor/request-context.js';
import type { FoundClause } from '../search/policy-library.js';

/** Rules this much alike speak to the same question. */
const alike = 0.75;

export interface Settled {
  clauses: FoundClause[];
  /** Names clauses by index. */
  conflict: Answer['conflict'];
}

const reasons: Record<Language, string> = {
  zh: '两份文件的规定不同，效力等级不分高低，请以主管部门的答复为准。',
  en: 'Two documents of equal rank say different things; the authority in charge decides.',
};

/**
 * Where the best two clauses come from different documents and say different amounts or times about the same thing, the one
 * that prevails by 立法法 (2023) art. 99–103 is kept; where neither does (art. 105–106), both are shown.
 */
export function settleConflict(clauses: readonly FoundClause[], language: Language): Settled {
  const [first, second] = clauses;
  if (!first || !second || first.policy.key === second.policy.key || !inForce(first) || !inForce(second)) return { clauses: [...clauses], conflict: null };
  if (likeness(textOf(first), textOf(second)) < alike || !differ(textOf(first), textOf(second))) return { clauses: [...clauses], conflict: null };
  const winner = prevailing(authorityOf(first), authorityOf(second));
  if (winner === 'both') return { clauses: [...clauses], conflict: { citations: [0, 1], reason: reasons[language] } };
  return { clauses: [winner === 'a' ? first : second, ...clauses.slice(2)], conflict: null };
}

export const textOf = ({ policy, place }: FoundClause) => policy.body.text.slice(place.start, place.end);
const inForce = ({ state }: FoundClause) => state === 'effective' || state === 'unknown';
const authorityOf = ({ policy: { body } }: FoundClause) => ({ level: body.level, issuer: body.issuer, from: body.effectiveFrom, region: body.region });

/** Both state amounts or times, and not the same ones. */
function differ(a: string, b: string): boolean {
  const [left, right] = [statedIn(a), statedIn(b)];
  return left.size > 0 && right.size > 0 && ([...left].some((value) => !right.has(value)) || [...right].some((value) => !left.has(value)));
}

const statedIn = (text: string) => new Set(readValues(text, { kinds: ['money', 'percent', 'duration', 'age'] }).map(({ kind, normal }) => `${kind} ${normal}`));

/** How alike the words of two clauses are, numbers aside. */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  return [...left].filter((pair) => right.has(pair)).length / Math.max(1, Math.min(left.size, right.size));
}

function pairsOf(text: string): Set<string> {
  const characters = [...text.replace(/[\p{P}\p{N}\s一二三四五六七八九十百千两]/gu, '')];
  return new Set(characters.slice(1).map((character, i) => characters[i]! + character));
}
