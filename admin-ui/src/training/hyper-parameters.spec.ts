import { expect, it } from 'vitest';
import { readHyper, readSeed } from './hyper-parameters.js';
import type { TrainingField } from './training-options.js';

const field = (key: string, type: TrainingField['type'], rest: Partial<TrainingField> = {}): TrainingField => ({ key, type, title: key, help: '', default: null, min: null, max: null, maxItems: null, choices: null, isAdvanced: false, ...rest });
const fields = [
  field('epochs', 'integer', { min: 1, max: 100 }),
  field('rate', 'number', { min: 0, max: 1 }),
  field('strengths', 'numbers', { min: 1, max: 1000, maxItems: 3 }),
  field('classWeights', 'boolean'),
  field('task', 'choice', { choices: [{ value: 'joint', title: '' }, { value: 'intent', title: '' }] }),
];
const usual = { epochs: 8, rate: 0.1, strengths: [16, 48], classWeights: false, task: 'joint' };

it('takes what differs from what is usual', () => {
  expect(readHyper(fields, { epochs: '8', rate: ' 0.2 ', strengths: '16 48', classWeights: 'false', task: '' }, usual)).toEqual({ hyper: { rate: 0.2 }, bad: [] });
  expect(readHyper(fields, { strengths: '8，16', classWeights: 'true', task: 'intent' }, usual)).toEqual({ hyper: { strengths: [8, 16], classWeights: true, task: 'intent' }, bad: [] });
});

it('names what cannot be taken', () => {
  expect(readHyper(fields, { epochs: '1.5', rate: '2', strengths: '1 2 3 4', task: 'x' }, usual)).toEqual({ hyper: {}, bad: ['epochs', 'rate', 'strengths', 'task'] });
});

it('takes seeds that the server takes', () => {
  expect([readSeed(''), readSeed('0'), readSeed('2147483647')]).toEqual([1, 0, 2_147_483_647]);
  expect([readSeed('-1'), readSeed('2147483648'), readSeed('1.5'), readSeed('x')]).toEqual([null, null, null, null]);
});
