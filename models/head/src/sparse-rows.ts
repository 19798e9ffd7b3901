/** Sparse feature vectors in compressed rows: row i has `indices[start[i] … start[i+1])` and equal slices of `values`. */
export interface SparseRows { start: Int32Array; indices: Int32Array; values: Float32Array }

/** Collects rows entry by entry. */
export class SparseRowsBuilder {
  private indices = new Int32Array(1024);
  private values = new Float32Array(1024);
  private readonly start: number[] = [0];
  private size = 0;

  add(index: number, value: number): void {
    if (this.size === this.indices.length) {
      const [indices, values] = [new Int32Array(2 * this.size), new Float32Array(2 * this.size)];
      indices.set(this.indices);
      values.set(this.values);
      [this.indices, this.values] = [indices, values];
    }
    this.indices[this.size] = index;
    this.values[this.size++] = value;
  }

  /** Multiplies the values of the row at hand and ends it. */
  endRow(scale = 1): void {
    for (let at = this.start[this.start.length - 1]!; at < this.size; at++) this.values[at]! *= scale;
    this.start.push(this.size);
  }

  rows(): SparseRows {
    return { start: Int32Array.from(this.start), indices: this.indices.slice(0, this.size), values: this.values.slice(0, this.size) };
  }
}
