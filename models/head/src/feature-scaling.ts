/** How each of an encoder's features is moved and stretched before a fit. */
export interface FeatureScaling { mean: Float32Array; factor: Float32Array }

/**
 * Mean length of the scaled features beside the n-gram features, whose length is 1. Chosen with {@link BLEND} by
 * cross-validation on the training parts of two public intent sets.
 */
const LENGTH = 0.7;
/** Share of a feature's own deviation in what it is divided by; the rest is the mean deviation of all, which few texts do not mislead. */
const BLEND = 0.5;

/** Vectors of an encoder lie close together, and a few dimensions stand out; moved to the middle and evened out they tell more. */
export function learnScaling(vectors: readonly Float32Array[]): FeatureScaling {
  const size = vectors[0]?.length ?? 0;
  const mean = new Float64Array(size);
  for (const vector of vectors) vector.forEach((value, d) => (mean[d]! += value / vectors.length));
  const squares = new Float64Array(size);
  for (const vector of vectors) vector.forEach((value, d) => (squares[d]! += (value - mean[d]!) ** 2 / vectors.length));
  const deviation = squares.map(Math.sqrt);
  const typical = deviation.reduce((sum, value) => sum + value, 0) / Math.max(1, size);
  // Equal texts have no deviation at all, and no features then.
  const factor = Float32Array.from(deviation, (own) => (typical > 0 ? LENGTH / (Math.sqrt(size) * (BLEND * own + (1 - BLEND) * typical)) : 0));
  return { mean: Float32Array.from(mean), factor };
}

/** One row after the other. */
export function scaledRows(vectors: readonly Float32Array[], { mean, factor }: FeatureScaling): Float32Array {
  const rows = new Float32Array(vectors.length * mean.length);
  vectors.forEach((vector, i) => vector.forEach((value, d) => (rows[i * mean.length + d] = (value - mean[d]!) * factor[d]!)));
  return rows;
}

/** The weights and biases that give on features as they are what the given ones give on scaled features. */
export function withoutScaling(fit: { denseWeights: Float32Array; bias: Float32Array }, { mean, factor }: FeatureScaling): { vectorWeights: Float32Array; bias: Float32Array } {
  const classes = fit.bias.length;
  const vectorWeights = fit.denseWeights.map((weight, at) => weight * factor[Math.floor(at / classes)]!);
  const bias = Float64Array.from(fit.bias);
  vectorWeights.forEach((weight, at) => (bias[at % classes]! -= weight * mean[Math.floor(at / classes)]!));
  return { vectorWeights, bias: Float32Array.from(bias) };
}
