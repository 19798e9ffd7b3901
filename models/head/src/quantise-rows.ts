/** A weight table in 8 bits: weight = `values` · `scale` of its row. */
export interface QuantisedRows { values: Int8Array; scale: Float32Array; columns: number }

/** Symmetric, one scale a row. Rows 0 (padding) and 1 (unseen) hold zeros. */
export function quantiseRows(weights: Float32Array, rows: number, columns: number): QuantisedRows {
  const values = new Int8Array(rows * columns);
  const scale = new Float32Array(rows);
  for (let row = 2; row < rows; row++) {
    let max = 0;
    for (let c = 0; c < columns; c++) max = Math.max(max, Math.abs(weights[row * columns + c]!));
    if (max === 0) continue;
    scale[row] = max / 127;
    for (let c = 0; c < columns; c++) values[row * columns + c] = Math.round((weights[row * columns + c]! / max) * 127);
  }
  return { values, scale, columns };
}
