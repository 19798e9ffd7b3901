import { expect, it } from 'vitest';
import { quietUntil } from './quiet-hours.js';

const night = { quietFrom: '21:00', quietTo: '08:00' };

it('waits for the morning in China', () => {
  expect(quietUntil(new Date('2026-11-25T13:30:00Z'), night)).toEqual(new Date('2026-11-26T00:00:00Z'));
  expect(quietUntil(new Date('2026-11-25T23:59:30Z'), night)).toEqual(new Date('2026-11-26T00:00:00Z'));
  expect(quietUntil(new Date('2026-11-26T00:00:00Z'), night)).toBeNull();
  expect(quietUntil(new Date('2026-11-25T12:59:00Z'), night)).toBeNull();
});

it('knows spans within a day, and none', () => {
  expect(quietUntil(new Date('2026-11-25T04:30:00Z'), { quietFrom: '12:00', quietTo: '13:30' })).toEqual(new Date('2026-11-25T05:30:00Z'));
  expect(quietUntil(new Date('2026-11-25T04:30:00Z'), { quietFrom: '12:00', quietTo: '12:00' })).toBeNull();
});
