/** A labelled run of tokens; `end` exclusive. `label` counts slots from 0, in the order of the BIO labels. */
export interface TokenSpan { label: number; start: number; end: number }

/**
 * The best label path under the rules of BIO: `I-x` only after `B-x` or `I-x`. Labels are ordered O, B-1, I-1, B-2, I-2, …
 * Transitions have no score, so one pass keeps, beside each label, only the best label before: O(tokens × labels).
 */
export function decodeBio(logits: Float32Array, labels: number): Int32Array {
  const tokens = logits.length / labels;
  const cameFrom = new Int32Array(logits.length);
  let scores = new Float64Array(labels).fill(-Infinity);
  let best = -1;
  for (let t = 0; t < tokens; t++) {
    const next = new Float64Array(labels);
    const bestScore = best < 0 ? 0 : scores[best]!;
    for (let label = 0; label < labels; label++) {
      const isInside = label > 0 && label % 2 === 0;
      const before = isInside ? (scores[label - 1]! >= scores[label]! ? label - 1 : label) : best;
      next[label] = logits[t * labels + label]! + (isInside ? scores[before]! : bestScore);
      cameFrom[t * labels + label] = before;
    }
    scores = next;
    best = indexOfMax(scores);
  }
  const path = new Int32Array(tokens);
  for (let t = tokens - 1; t >= 0; t--) {
    path[t] = best;
    best = cameFrom[t * labels + best]!;
  }
  return path;
}

/** The spans of a valid label path. */
export function spansOfPath(path: Int32Array): TokenSpan[] {
  const spans: TokenSpan[] = [];
  for (let t = 0; t < path.length; t++) {
    const label = path[t]!;
    if (label % 2 !== 1) continue;
    let end = t + 1;
    while (end < path.length && path[end] === label + 1) end++;
    spans.push({ label: (label - 1) / 2, start: t, end });
  }
  return spans;
}

function indexOfMax(scores: Float64Array): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[best]!) best = i;
  return best;
}
