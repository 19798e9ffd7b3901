/** A marked piece of a text: code points, end exclusive. */
export interface Span {
  start: number;
  end: number;
  slot: string;
}

/** Where an utterance came from. */
export const utteranceSources = ['manual', 'import', 'sample'] as const;
export type UtteranceSource = (typeof utteranceSources)[number];

/** An utterance before it is checked. */
export interface UtteranceDraft {
  text: string;
  intent: string | null;
  entities: Span[];
}

/** Which utterances are meant; what is absent does not restrict. A training set keeps one as JSON. */
export interface CorpusFilter {
  q?: string;
  intents?: string[];
  slot?: string;
  source?: string;
  /** True: only those without an intent. False: only those with one. */
  unlabelled?: boolean;
}
