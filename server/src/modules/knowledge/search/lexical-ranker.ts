import { termsOf } from './terms.js';

/** BM25 as of Robertson & Zaragoza (2009). */
const k1 = 1.2;
const b = 0.75;

/** Terms of a question with their weights. */
export type WeightedTerms = ReadonlyMap<string, number>;

/** BM25 over terms, in flat arrays: a term's postings are two slices, and a question costs no more than the postings of its terms. */
export class LexicalRanker {
  private readonly postings = new Map<string, { documents: number[]; counts: number[] }>();
  private readonly lengths: number[] = [];
  private norms: Float64Array | null = null;

  constructor(
    texts: readonly string[] = [],
    private readonly terms: (text: string) => string[] = termsOf,
  ) {
    for (const text of texts) this.add(text);
  }

  get size(): number {
    return this.lengths.length;
  }

  add(text: string): void {
    const counts = new Map<string, number>();
    const found = this.terms(text);
    for (const term of found) counts.set(term, (counts.get(term) ?? 0) + 1);
    const document = this.lengths.push(found.length) - 1;
    for (const [term, count] of counts) {
      let posting = this.postings.get(term);
      if (!posting) this.postings.set(term, (posting = { documents: [], counts: [] }));
      posting.documents.push(document);
      posting.counts.push(count);
    }
    this.norms = null;
  }

  scores(question: string): Float64Array {
    return this.shares(new Map(this.terms(question).map((term) => [term, 1])));
  }

  /** Scores as shares of what a text would have that held every term over and over. */
  shares(question: WeightedTerms): Float64Array {
    const norms = (this.norms ??= this.normsOf());
    const scores = new Float64Array(this.size);
    let limit = 0;
    for (const [term, weight] of question) {
      const idf = weight * this.rarity(term);
      limit += idf * (k1 + 1);
      const posting = this.postings.get(term);
      posting?.documents.forEach((document, at) => {
        const count = posting.counts[at]!;
        scores[document]! += (idf * count * (k1 + 1)) / (count + norms[document]!);
      });
    }
    return limit > 0 ? scores.map((score) => score / limit) : scores;
  }

  /** Inverse document frequency. */
  rarity(term: string): number {
    const spread = this.postings.get(term)?.documents.length ?? 0;
    return Math.log(1 + (this.size - spread + 0.5) / (spread + 0.5));
  }

  private normsOf(): Float64Array {
    const mean = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(this.size, 1) || 1;
    return Float64Array.from(this.lengths, (length) => k1 * (1 - b + (b * length) / mean));
  }
}
