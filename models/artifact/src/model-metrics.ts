/** Precision, recall and F1 of one label; `support` counts its gold occurrences. */
export interface LabelScore {
  key: string;
  precision: number;
  recall: number;
  f1: number;
  support: number;
}

/** `metrics.json`: measured on the held-out test part of the snapshot. Shares are 0 to 1. */
export interface ModelMetrics {
  schema: 1;
  sizes: { train: number; validation: number; test: number };
  intent: {
    accuracy: number;
    /** Mean F1 over the intents that occur in the test part. */
    macroF1: number;
    /** Expected calibration error, 10 equal-width bins. */
    ece: number;
    perIntent: LabelScore[];
    /** `confusion.counts[gold][predicted]`, in the order of `keys`. */
    confusion: { keys: string[]; counts: number[][] };
  };
  /** Exact span matches; null when no slot occurs in the test part. */
  slots: { microF1: number; macroF1: number; perSlot: LabelScore[] } | null;
  /** Of the test texts labelled out of scope; null when there are none. */
  outOfScope: { precision: number; recall: number; support: number } | null;
  calibration: { temperature: number; nllBefore: number; nllAfter: number };
}
