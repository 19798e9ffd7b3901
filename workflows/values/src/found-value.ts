import type { Verdict } from './verdict.js';
import type { ValueOfKind } from './value-kinds.js';

export type ValueKind = keyof ValueOfKind;

/** One thing that a value may mean. `normal` is its normal form, as docs/values.md says for the kind. */
export interface Meaning<K extends ValueKind = ValueKind> {
  normal: string;
  value: ValueOfKind[K];
}

/**
 * A value in a text. Offsets are in code points, `end` exclusive; `text` is what stands there. `value` is null where
 * the verdict says why there is none, or where the candidates are so different that choosing one would be a guess.
 */
export type FoundMeaning = {
  [K in ValueKind]: {
    kind: K;
    start: number;
    end: number;
    text: string;
    normal: string;
    value: ValueOfKind[K] | null;
    /** All meanings when there is more than one, the most likely first; empty when there is no doubt. */
    candidates: Meaning<K>[];
    verdict: Verdict;
  };
}[ValueKind];

/** What a recogniser answers: the same, with UTF-16 offsets in the readable text. */
export type Reading = {
  [K in ValueKind]: {
    kind: K;
    from: number;
    to: number;
    normal: string;
    value: ValueOfKind[K] | null;
    candidates?: Meaning<K>[];
    verdict?: Verdict;
  };
}[ValueKind];
