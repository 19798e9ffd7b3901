/** A labelled piece of a text: code points, end exclusive. */
export interface SlotSpan { start: number; end: number; slot: string }

/** One utterance; `intent` null means that nobody labelled it, so only its spans count. */
export interface Example { id: string; text: string; intent: string | null; spans: SlotSpan[] }

/** What a training job is given: an immutable snapshot, already split. */
export interface TrainingInput {
  snapshotHash: string;
  intents: { key: string; outOfScope: boolean }[];
  slots: { key: string }[];
  train: Example[];
  validation: Example[];
  test: Example[];
}

/** Hyper-parameters of the head trainer; each has a default that suits 100 to 50,000 utterances. */
export interface HeadHyper {
  /** Inverse regularisation strengths tried on held-out texts; the first is the one to keep unless another is clearly better. */
  strengths: number[];
  /** Passes over the training texts at most, per strength. */
  maxEpochs: number;
  /** Relative duality gap at which the intent fit stops. */
  tolerance: number;
  /** Passes of the slot perceptron. */
  slotEpochs: number;
  /** Size of the sentence vector. */
  embeddingSize: number;
  /** Largest size of each of the two weight tables, in bytes. */
  maxTableBytes: number;
  /** Share of in-scope texts that the out-of-scope threshold may turn away. */
  maxFalseRejection: number;
}

export const DEFAULT_HYPER: HeadHyper = {
  strengths: [48, 16, 144],
  maxEpochs: 60,
  tolerance: 0.02,
  slotEpochs: 8,
  embeddingSize: 256,
  maxTableBytes: 4_500_000,
  maxFalseRejection: 0.05,
};
