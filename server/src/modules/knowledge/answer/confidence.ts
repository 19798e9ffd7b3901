import type { FoundClause, PolicyLibrary } from '../search/policy-library.js';
import { searchedText } from '../search/policy-library.js';
import { likeness, textOf } from './conflict.js';

/** What speaks for the best clause as an answer. */
interface Signs {
  /** How much of the question its words say. */
  coverage: number;
  /** How near its meaning is; null where vectors are not there yet. */
  meaning: number | null;
  /** How far it stands above the next clause that says something else. */
  margin: number;
  /** Whether the question names the service that the document is about. */
  isNamed: boolean;
}

/** A question that names the service is about what the hall knows; set on one half of questions over the sample hall, checked on the other. */
const named = 3;
/** Logistic weights, fitted on one half of public questions with and without their answer, and checked on the other (docs/benchmarks.md). */
const withMeaning = { meaning: 5.2, coverage: 5, margin: 13.2, bias: -8.1 };
const byWordsAlone = { coverage: 6, margin: 22, bias: -4.6 };

/** A twin of the best clause, such as that of a former version, takes nothing from it. */
const twin = 0.6;
const threshold = 0.5;

/** How sure it is that the best of the clauses answers a question, from 0 to 1. */
export function confidenceOf(library: PolicyLibrary, question: string, found: readonly FoundClause[], isNamed: boolean): number {
  const [best] = found;
  if (!best) return 0;
  const next = found.find((one) => one !== best && (one.policy !== best.policy || one.article !== best.article) && likeness(textOf(one), textOf(best)) < twin);
  const { title, text } = best.policy.body;
  const coverage = library.coverage(question, searchedText(title, { path: best.place.path, leadIn: '', text: text.slice(best.place.start, best.place.end) }));
  return sureness({ coverage, meaning: best.evidence.meaning, margin: Math.max(0, best.score - (next?.score ?? 0)), isNamed });
}

function sureness({ coverage, meaning, margin, isNamed }: Signs): number {
  const sum =
    meaning === null
      ? byWordsAlone.coverage * coverage + byWordsAlone.margin * margin + byWordsAlone.bias
      : withMeaning.meaning * meaning + withMeaning.coverage * coverage + withMeaning.margin * margin + withMeaning.bias;
  return 1 / (1 + Math.exp(-sum - (isNamed ? named : 0)));
}

/** Below the threshold it is better to say nothing. */
export const isAnswer = (confidence: number) => confidence >= threshold;
