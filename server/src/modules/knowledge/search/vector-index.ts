/** The vectors of texts, each cut into passages; a text counts by the nearest of them. */
export class VectorIndex {
  private constructor(
    private readonly size: number,
    private readonly owners: Int32Array,
    private readonly numbers: Float32Array,
    private readonly dimension: number,
  ) {}

  /** `owners[i]` is the text, of `size`, that passage `i` was cut from. Vectors have length 1. */
  static of(size: number, owners: readonly number[], vectors: readonly Float32Array[]): VectorIndex {
    const dimension = vectors[0]?.length ?? 0;
    const numbers = new Float32Array(vectors.length * dimension);
    vectors.forEach((vector, i) => numbers.set(vector, i * dimension));
    return new VectorIndex(size, Int32Array.from(owners), numbers, dimension);
  }

  /** The cosine of each text with a question, by its nearest passage; 0 where it is negative, or there is none. */
  scores(question: Float32Array): Float64Array {
    const scores = new Float64Array(this.size);
    const { owners, numbers, dimension } = this;
    for (let passage = 0, at = 0; passage < owners.length; passage += 1) {
      let cosine = 0;
      for (let d = 0; d < dimension; d += 1, at += 1) cosine += numbers[at]! * question[d]!;
      const owner = owners[passage]!;
      if (cosine > scores[owner]!) scores[owner] = cosine;
    }
    return scores;
  }
}
