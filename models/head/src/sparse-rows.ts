/** Sparse feature vectors in compressed rows: row i has `indices[start[i] … start[i+1])` and equal slices of `values`. */
export interface SparseRows { start: Int32Array; indices: Int32Array; values: Float32Array }

/** Packs rows given as [feature, value] maps. */
export function packRows(rows: ReadonlyMap<number, number>[]): SparseRows {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (start[i + 1] = start[i]! + row.size));
  const indices = new Int32Array(start[rows.length]!);
  const values = new Float32Array(indices.length);
  rows.forEach((row, i) => {
    let at = start[i]!;
    for (const [feature, value] of row) {
      indices[at] = feature;
      values[at++] = value;
    }
  });
  return { start, indices, values };
}
