import type { TrainingField } from './training-options.js';

export const defaultSeed = 1;
export const maxSeed = 2 ** 31 - 1;

export type HyperTexts = Record<string, string>;
type HyperValue = number | boolean | string | number[];

/** Values as they stand in the fields. */
export const hyperTexts = (values: Record<string, unknown>): HyperTexts => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, textOf(value)]));
export const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : String(value));

/** What is typed, as values; only what differs from `usual` (the defaults with a preset's on top). `bad` names the fields that cannot be taken. */
export function readHyper(fields: readonly TrainingField[], texts: HyperTexts, usual: Record<string, unknown>): { hyper: Record<string, HyperValue>; bad: string[] } {
  const hyper: Record<string, HyperValue> = {};
  const bad: string[] = [];
  for (const field of fields) {
    const text = (texts[field.key] ?? '').trim();
    if (text === '') continue;
    const value = readValue(field, text);
    if (value === null) bad.push(field.key);
    else if (textOf(value) !== textOf(usual[field.key])) hyper[field.key] = value;
  }
  return { hyper, bad };
}

/** A value as typed; null where the field cannot take it. */
export function readValue({ type, min, max, maxItems, choices }: Pick<TrainingField, 'type' | 'min' | 'max' | 'maxItems' | 'choices'>, text: string): HyperValue | null {
  const isWithin = (value: number) => Number.isFinite(value) && value >= (min ?? -Infinity) && value <= (max ?? Infinity);
  switch (type) {
    case 'boolean':
      return text === 'true';
    case 'choice':
      return choices?.some(({ value }) => value === text) ? text : null;
    case 'numbers': {
      const values = text.split(/[\s,，、]+/).map(Number);
      return values.length <= (maxItems ?? Infinity) && values.every(isWithin) ? values : null;
    }
    default: {
      const value = Number(text);
      return isWithin(value) && (type === 'number' || Number.isInteger(value)) ? value : null;
    }
  }
}

/** A seed as typed; null where it cannot be one. */
export function readSeed(text: string): number | null {
  const value = text.trim() === '' ? defaultSeed : Number(text);
  return Number.isInteger(value) && value >= 0 && value <= maxSeed ? value : null;
}
