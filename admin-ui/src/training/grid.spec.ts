import { describe, expect, it } from 'vitest';
import { readGrid, searchable } from './grid.js';
import type { TrainingField } from './training-options.js';

const field = (key: string, type: TrainingField['type'], more: Partial<TrainingField> = {}): TrainingField => ({ key, type, title: key, help: '', default: 1, min: 0, max: 100, maxItems: null, choices: null, isAdvanced: false, ...more });
const fields = [field('epochs', 'integer', { min: 1 }), field('dropout', 'number', { max: 0.7 }), field('classWeights', 'boolean'), field('task', 'choice', { choices: [{ value: 'joint', title: '' }, { value: 'intent', title: '' }] }), field('strengths', 'numbers')];

describe('a search', () => {
  it('reads values however they are separated, each once, and counts the combinations', () => {
    expect(readGrid(fields, [{ key: 'epochs', text: '4，8、8 12' }, { key: 'seed', text: '1,2' }])).toEqual({ grid: [{ key: 'epochs', values: [4, 8, 12] }, { key: 'seed', values: [1, 2] }], bad: [], runs: 6 });
    expect(readGrid(fields, [{ key: 'classWeights', text: 'true,false' }, { key: 'task', text: 'joint,intent' }])).toMatchObject({ bad: [], runs: 4, grid: [{ values: [true, false] }, { values: ['joint', 'intent'] }] });
    expect(readGrid(fields, [])).toEqual({ grid: [], bad: [], runs: 1 });
  });

  it('names an axis with one value, none, or one that the setting cannot take', () => {
    for (const [key, text] of [['epochs', '4'], ['epochs', ''], ['epochs', '4 x'], ['dropout', '0.1 0.9'], ['seed', '1 1.5'], ['seed', '1 -1'], ['unknown', '1 2']] as const) {
      expect(readGrid(fields, [{ key, text }]).bad).toEqual([key]);
    }
  });

  it('is not offered for a list of numbers', () => {
    expect(searchable(fields).map(({ key }) => key)).toEqual(['epochs', 'dropout', 'classWeights', 'task']);
  });
});
