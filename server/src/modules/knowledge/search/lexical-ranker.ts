import type { Ranker } from './ranker.js';
import { termsOf } from './terms.js';

/** BM25 as of Robertson & Zaragoza (2009). */
const k1 = 1.2;
const b = 0.75;

/** BM25 over terms, in flat arrays: a term's postings are two slices, and a question costs no more than the postings of its terms. */
export class LexicalRanker implements Ranker {
  private readonly postings = new Map<string, { documents: number[]; counts: number[] }>();
  private readonly norms: Float64Array;

  constructor(
    texts: readonly string[],
    private readonly terms: (text: string) => string[] = termsOf,
  ) {
    const lengths = new Float64Array(texts.length);
    texts.forEach((text, document) => {
      const counts = new Map<string, number>();
      const found = terms(text);
      for (const term of found) counts.set(term, (counts.get(term) ?? 0) + 1);
      lengths[document] = found.length;
      for (const [term, count] of counts) {
        let posting = this.postings.get(term);
        if (!posting) this.postings.set(term, (posting = { documents: [], counts: [] }));
        posting.documents.push(document);
        posting.counts.push(count);
      }
    });
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(texts.length, 1) || 1;
    this.norms = lengths.map((length) => k1 * (1 - b + (b * length) / mean));
  }

  scores(question: string): Float64Array {
    const size = this.norms.length;
    const scores = new Float64Array(size);
    for (const term of new Set(this.terms(question))) {
      const posting = this.postings.get(term);
      if (!posting) continue;
      const idf = Math.log(1 + (size - posting.documents.length + 0.5) / (posting.documents.length + 0.5));
      posting.documents.forEach((document, at) => {
        const count = posting.counts[at]!;
        scores[document]! += (idf * count * (k1 + 1)) / (count + this.norms[document]!);
      });
    }
    return scores;
  }
}
