import type { ValidityState } from '@banshi/policies';

/** A place in a policy document that an answer rests on. `quote` is verbatim. Offsets are code units into the document's text, ends exclusive. */
export interface Citation {
  policy: string;
  title: string;
  issuer: string;
  /** 发文字号; '' where there is none. */
  number: string;
  /** Id of the clause inside its document, as `parsePolicy` gives it; `label` as a person says it: 第八条第二款. */
  clause: string;
  label: string;
  /** Headings above it. */
  path: string[];
  quote: string;
  start: number;
  end: number;
  /** Where the words of the question stand in the document, or the extracted answer. */
  marks: [number, number][];
  state: ValidityState;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  /** The document that took its place, where it no longer holds. */
  successor: { policy: string; title: string } | null;
}

/** Parts of a guide that a question can be about. */
export const guideParts = ['conditions', 'materials', 'steps', 'time-limit', 'fees', 'legal-basis', 'location', 'hours', 'phone', 'results', 'summary'] as const;
export type GuidePart = (typeof guideParts)[number];

export interface AnswerSection {
  part: GuidePart | 'text';
  title: string;
  /** Lines of a list, or one paragraph. */
  lines: string[];
}

/**
 * What the hall knows about a question, every sentence verbatim from a source. `none`: nothing above the threshold; then
 * `sections` and `citations` are empty and `related` may help.
 */
export interface Answer {
  source: 'guide' | 'faq' | 'citation' | 'clause' | 'span' | 'none';
  question: string;
  /** The shortest honest answer, one or two sentences. '' for `none`. */
  text: string;
  /** Set only when a configured endpoint phrased `text`; the words of the source then stand in `sections` and `citations`. */
  isPhrased: boolean;
  service: { key: string; title: string } | null;
  faq: { key: string; question: string } | null;
  sections: AnswerSection[];
  citations: Citation[];
  /** Rules of equal rank that say different things: all are shown, none is chosen. Names the places by index in `citations`. */
  conflict: { citations: number[]; reason: string } | null;
  /** 0–1, calibrated; what was held against the threshold. */
  confidence: number;
  /** Questions and services that may help further. */
  related: { kind: 'service' | 'faq' | 'policy'; key: string; title: string }[];
}
