import type { ParsedPolicy } from '../policy.types.js';
import { type PlacedSentence, sentencesOf } from './placed-sentence.js';
import { wordPairs } from './word-pairs.js';

export interface SummaryOptions {
  /** Sentences wanted. */
  sentences?: number;
  /** How near two sentences are, 0–1, such as the cosine of their vectors; by shared words where it is left out. */
  likeness?: (a: PlacedSentence, b: PlacedSentence) => number;
}

/** Sentences that are ranked against each other; of longer documents those richest in the document's own words. */
const maxRanked = 240;
/** TextRank (Mihalcea & Tarau 2004): share of a sentence's rank that comes from its neighbours. */
const damping = 0.85;
const rounds = 30;
/** Maximal marginal relevance (Carbonell & Goldstein 1998): rank against likeness to what is taken already. */
const novelty = 0.65;
/** What says when and by whom a document was made is metadata, not what it is about. */
const formal = /施行|同时废止|负责解释|制定本|解释权|所称|未尽事宜/u;
/** What a person is told by a rule comes first: what he may have, must do, within what time. */
const telling = /可以|应当|不得|给予|补贴|补助|标准|条件|申请|提交|工作日|日内|不予/u;

/** The sentences that say most of a document, verbatim, in its order: TextRank, weighed by place and by what they tell, none saying what another does. */
export function summarise(parsed: Pick<ParsedPolicy, 'text' | 'clauses'>, { sentences: wanted = 5, likeness }: SummaryOptions = {}): PlacedSentence[] {
  const all = sentencesOf(parsed).filter(({ text }) => text.length >= 10 && text.length <= 200 && !/[：:]$/u.test(text));
  const terms = new Map(all.map((sentence) => [sentence, new Set(wordPairs(sentence.leadIn + sentence.text))]));
  const spread = new Map<string, number>();
  for (const pairs of terms.values()) for (const pair of pairs) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  const richness = (sentence: PlacedSentence) => [...terms.get(sentence)!].reduce((sum, pair) => sum + Math.log(spread.get(pair)!), 0) / Math.sqrt(sentence.text.length);
  const ranked = all.length <= maxRanked ? all : [...all].sort((a, b) => richness(b) - richness(a)).slice(0, maxRanked).sort((a, b) => a.start - b.start);
  const near = likeness ?? ((a: PlacedSentence, b: PlacedSentence) => sharedWords(terms.get(a)!, terms.get(b)!));
  const matrix = ranked.map((a) => ranked.map((b) => (a === b ? 0 : Math.max(0, near(a, b)))));
  const rank = textRank(matrix);
  const best = Math.max(...rank, Number.EPSILON);
  const worth = ranked.map(({ text, start, leadIn }, at) => (rank[at]! / best + (telling.test(text) ? 0.35 : 0) + 0.15 * (1 - start / Math.max(1, parsed.text.length))) * (formal.test(text) ? 0.3 : 1) * (leadIn === '' ? 1 : 0.4));
  const chosen: number[] = [];
  while (chosen.length < Math.min(wanted, ranked.length)) {
    let next = -1;
    let highest = -Infinity;
    worth.forEach((value, at) => {
      if (chosen.includes(at)) return;
      const repeated = chosen.reduce((most, other) => Math.max(most, matrix[at]![other]!), 0);
      const score = novelty * value - (1 - novelty) * repeated * 2;
      if (score > highest) [next, highest] = [at, score];
    });
    chosen.push(next);
  }
  return chosen.sort((a, b) => a - b).map((at) => ranked[at]!);
}

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size < 2 || b.size < 2) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return shared / (Math.log(a.size) + Math.log(b.size)) / Math.sqrt(Math.max(a.size, b.size));
}

function textRank(matrix: readonly (readonly number[])[]): number[] {
  const size = matrix.length;
  const sums = matrix.map((row) => row.reduce((sum, value) => sum + value, 0));
  let rank = new Array<number>(size).fill(1);
  for (let round = 0; round < rounds; round += 1) {
    rank = rank.map((_, at) => 1 - damping + damping * matrix.reduce((sum, row, other) => sum + (sums[other]! > 0 ? (row[at]! / sums[other]!) * rank[other]! : 0), 0));
  }
  return rank;
}
