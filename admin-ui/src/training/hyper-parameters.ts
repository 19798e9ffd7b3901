/** Hyper-parameters of method `head`, with the trainer's defaults and the server's bounds. */
export interface HyperField {
  name: string;
  default: number;
  min: number;
  max: number;
  isInteger: boolean;
}

export const headFields: HyperField[] = [
  { name: 'maxEpochs', default: 60, min: 1, max: 1_000, isInteger: true },
  { name: 'slotEpochs', default: 5, min: 1, max: 100, isInteger: true },
  { name: 'tolerance', default: 0.02, min: 0.0001, max: 1, isInteger: false },
  { name: 'embeddingSize', default: 256, min: 8, max: 1_024, isInteger: true },
  { name: 'maxFalseRejection', default: 0.03, min: 0, max: 0.5, isInteger: false },
];
export const defaultSeed = 1;
export const maxSeed = 2 ** 31 - 1;

export type HyperTexts = Record<string, string>;

/** What is typed, as numbers; only what differs from the defaults. `bad` names the fields that cannot be taken. */
export function readHyper(texts: HyperTexts): { hyper: Record<string, number>; bad: string[] } {
  const hyper: Record<string, number> = {};
  const bad: string[] = [];
  for (const { name, default: usual, min, max, isInteger } of headFields) {
    const text = (texts[name] ?? '').trim();
    if (text === '') continue;
    const value = Number(text);
    if (!Number.isFinite(value) || value < min || value > max || (isInteger && !Number.isInteger(value))) bad.push(name);
    else if (value !== usual) hyper[name] = value;
  }
  return { hyper, bad };
}

/** A seed as typed; null where it cannot be one. */
export function readSeed(text: string): number | null {
  const value = text.trim() === '' ? defaultSeed : Number(text);
  return Number.isInteger(value) && value >= 0 && value <= maxSeed ? value : null;
}
