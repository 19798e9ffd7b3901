import { maxSeed, readValue } from './hyper-parameters.js';
import type { TrainingField } from './training-options.js';

/** More runs than this are refused by the server. */
export const maxRuns = 32;

/** A setting that is searched, with its values as typed. */
export interface AxisText {
  key: string;
  text: string;
}
export interface GridAxis {
  key: string;
  values: unknown[];
}

const seedField: Pick<TrainingField, 'type' | 'min' | 'max' | 'maxItems' | 'choices'> = { type: 'integer', min: 0, max: maxSeed, maxItems: null, choices: null };

/** The values of each axis, every one once; `bad` names the axes of which one cannot be taken, or that have fewer than two. */
export function readGrid(fields: readonly TrainingField[], axes: readonly AxisText[]): { grid: GridAxis[]; bad: string[]; runs: number } {
  const bad: string[] = [];
  const grid = axes.map(({ key, text }): GridAxis => {
    const field = key === 'seed' ? seedField : fields.find((one) => one.key === key);
    const words = [...new Set(text.split(/[\s,，、;；]+/).filter(Boolean))];
    const values = field ? words.map((word) => readValue(field, word)) : [];
    if (values.length < 2 || values.includes(null)) bad.push(key);
    return { key, values };
  });
  return { grid, bad, runs: grid.reduce((runs, { values }) => runs * values.length, 1) };
}

/** The settings that a few words can say; a list of numbers would be mistaken for several. */
export const searchable = (fields: readonly TrainingField[]) => fields.filter(({ type }) => type !== 'numbers');
