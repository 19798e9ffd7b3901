import { gql } from '../../providers/graphql.js';

/** How well one label was met: `correct` of `support` held-out texts, with the 95 % interval of that share. */
export interface LabelResult {
  f1: number;
  precision: number;
  recall: number;
  support: number;
  correct: number;
  interval: [number, number];
}
export interface LabelComparison {
  key: string;
  a: LabelResult | null;
  b: LabelResult | null;
  /** b's F1 minus a's. */
  difference: number | null;
  /** The intervals do not meet. */
  isClear: boolean;
}
interface Share {
  value: number;
  correct: number;
  total: number;
  interval: [number, number];
}
export interface ModelComparison {
  a: { id: string; n: number };
  b: { id: string; n: number };
  /** Both were measured on the same held-out texts. */
  isSameTest: boolean;
  accuracy: { a: Share; b: Share; difference: number };
  macroF1: { a: number; b: number; difference: number };
  slotF1: { a: number | null; b: number | null };
  intents: LabelComparison[];
  slots: LabelComparison[];
  lost: { intents: string[]; slots: string[] };
  gained: { intents: string[]; slots: string[] };
}

export const compareModelsDocument = gql`query CompareModels($a: ID!, $b: ID!) { compareModels(a: $a, b: $b) }`;

/** Smaller differences of F1 are rounding. */
const noticeable = 0.005;

export interface Tally {
  better: number;
  worse: number;
  same: number;
  /** Of the better and worse those whose intervals do not meet. */
  clear: number;
}

export function tallyOf(labels: readonly LabelComparison[]): Tally {
  const tally: Tally = { better: 0, worse: 0, same: 0, clear: 0 };
  for (const { difference, isClear } of labels) {
    if (difference === null) continue;
    if (difference > noticeable) tally.better += 1;
    else if (difference < -noticeable) tally.worse += 1;
    else tally.same += 1;
    if (isClear && Math.abs(difference) > noticeable) tally.clear += 1;
  }
  return tally;
}

/** The largest changes first, what got worse before what got better by as much; then what cannot be compared. */
export const byChange = (labels: readonly LabelComparison[]): LabelComparison[] =>
  [...labels].sort((x, y) => size(y) - size(x) || (x.difference ?? 0) - (y.difference ?? 0) || (x.key < y.key ? -1 : 1));

const size = ({ difference }: LabelComparison) => (difference === null ? -1 : Math.abs(difference));
