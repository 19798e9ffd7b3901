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
