import type { Evidence } from '../search/fusion.js';

/** Logistic weights of the evidence for a clause; fitted on one half of questions and checked on the other (docs/benchmarks.md). */
const withMeaning = { words: 6, meaning: 9, bias: -7.6 };
const byWordsAlone = { words: 9, bias: -3 };

const threshold = 0.5;

/** How sure it is that a clause answers a question, from 0 to 1. */
export function confidenceOf({ words, meaning }: Evidence): number {
  const sum = meaning === null ? byWordsAlone.words * words + byWordsAlone.bias : withMeaning.words * words + withMeaning.meaning * meaning + withMeaning.bias;
  return 1 / (1 + Math.exp(-sum));
}

/** Below the threshold it is better to say nothing. */
export const isAnswer = (confidence: number) => confidence >= threshold;
