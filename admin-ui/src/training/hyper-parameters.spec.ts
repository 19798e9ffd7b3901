import { expect, it } from 'vitest';
import { readHyper, readSeed } from './hyper-parameters.js';

it('takes what differs from the defaults and names what cannot be taken', () => {
  expect(readHyper({ maxEpochs: '60', slotEpochs: ' 8 ', tolerance: '' })).toEqual({ hyper: { slotEpochs: 8 }, bad: [] });
  expect(readHyper({ maxEpochs: '1.5', tolerance: '0', embeddingSize: 'x', maxFalseRejection: '0.1' })).toEqual({ hyper: { maxFalseRejection: 0.1 }, bad: ['maxEpochs', 'tolerance', 'embeddingSize'] });
});

it('takes seeds that the server takes', () => {
  expect([readSeed(''), readSeed('0'), readSeed('2147483647')]).toEqual([1, 0, 2_147_483_647]);
  expect([readSeed('-1'), readSeed('2147483648'), readSeed('1.5'), readSeed('x')]).toEqual([null, null, null, null]);
});
