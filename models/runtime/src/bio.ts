/** A labelled run of tokens; `end` exclusive. `label` counts slots from 0, in the order of the BIO labels. */
export interface TokenSpan { label: number; start: number; end: number }

/**
 * The best label path under the rules of BIO: `I-x` only after `B-x` or `I-x`. Labels are ordered O, B-1, I-1, B-2, I-2, …
 * Transitions have no score, so one pass keeps, beside each label, only the best label before: O(tokens × labels).
 */
export function decodeBio(logits: Float32Array, labels: number): Int32Array {
  const tokens = logits.length / labels;
  /** Best label before each token: where `O` and every `B-x` come from. `I-x` may come from `B-x` instead of `I-x`. */
  const bestBefore = new Int32Array(tokens);
  const isFromBegin = new Uint8Array(logits.length);
  const scores = new Float64Array(labels).fill(-Infinity);
  let best = -1;
  for (let t = 0, at = 0; t < tokens; t++, at += labels) {
    const bestScore = best < 0 ? 0 : scores[best]!;
    bestBefore[t] = best;
    let highest = (scores[0] = logits[at]! + bestScore);
    best = 0;
    for (let begin = 1; begin < labels; begin += 2) {
      const [beganBefore, wentOnBefore] = [scores[begin]!, scores[begin + 1]!];
      const isBegun = beganBefore >= wentOnBefore;
      if (isBegun) isFromBegin[at + begin + 1] = 1;
      const goesOn = (scores[begin + 1] = logits[at + begin + 1]! + (isBegun ? beganBefore : wentOnBefore));
      const begins = (scores[begin] = logits[at + begin]! + bestScore);
      if (begins > highest) [highest, best] = [begins, begin];
      if (goesOn > highest) [highest, best] = [goesOn, begin + 1];
    }
  }
  const path = new Int32Array(tokens);
  for (let t = tokens - 1; t >= 0; t--) {
    path[t] = best;
    const isInside = best > 0 && best % 2 === 0;
    best = isInside ? best - isFromBegin[t * labels + best]! : bestBefore[t]!;
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
