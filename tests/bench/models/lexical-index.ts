/** BM25 (Robertson & Zaragoza 2009) over pairs of neighbouring characters; Chinese needs no words for it. */
const K1 = 1.2;
const B = 0.75;

/** Pairs of letters, digits and Hanzi in small letters, over punctuation and white space; a lone character is its own. */
export function grams(text: string): string[] {
  const characters = text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
  return characters.length === 1 ? characters : characters.slice(1).map((character, i) => characters[i]! + character);
}

export class LexicalIndex {
  private readonly postings = new Map<string, { document: number; count: number }[]>();
  private readonly lengths: number[];
  private readonly meanLength: number;

  constructor(documents: readonly string[]) {
    this.lengths = documents.map((text, document) => {
      const all = grams(text);
      const counts = new Map<string, number>();
      for (const gram of all) counts.set(gram, (counts.get(gram) ?? 0) + 1);
      for (const [gram, count] of counts) this.postings.set(gram, [...(this.postings.get(gram) ?? []), { document, count }]);
      return all.length;
    });
    this.meanLength = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
  }

  /** Score of every document, and the largest score that a document could have. */
  scores(query: string): { scores: Float64Array; limit: number } {
    const scores = new Float64Array(this.lengths.length);
    let limit = 0;
    for (const gram of new Set(grams(query))) {
      const postings = this.postings.get(gram) ?? [];
      const idf = Math.log(1 + (this.lengths.length - postings.length + 0.5) / (postings.length + 0.5));
      limit += idf * (K1 + 1);
      for (const { document, count } of postings) {
        scores[document]! += (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * this.lengths[document]!) / this.meanLength));
      }
    }
    return { scores, limit };
  }
}
