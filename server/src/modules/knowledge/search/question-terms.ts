import { layWordsIn } from '../question/lay-words.js';
import type { WeightedTerms } from './lexical-ranker.js';
import { termsOf } from './terms.js';

/** What a formal word weighs that stands for a lay one. */
const formalWeight = 0.5;

/** Terms of a question, and those of the words that rules have for what it says. */
export function questionTerms(question: string): WeightedTerms {
  const terms = new Map(termsOf(question).map((term) => [term, 1]));
  for (const { meant } of layWordsIn(question)) for (const term of termsOf(meant)) if (!terms.has(term)) terms.set(term, formalWeight);
  return terms;
}
