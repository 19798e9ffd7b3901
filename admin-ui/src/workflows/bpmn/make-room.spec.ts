import { expect, it } from 'vitest';
import { roomFor } from './make-room.js';

const task = (x: number) => ({ x, width: 100 });

it('keeps a step clear of the two that it was put between', () => {
  expect(roomFor(task(220), task(100), task(270))).toEqual({ before: 36, behind: 106 });
  expect(roomFor(task(300), task(100), task(500))).toEqual({ before: 0, behind: 0 });
});

it('moves nothing for flows that lead back or straight down', () => {
  expect(roomFor(task(220), task(500), task(100))).toEqual({ before: 0, behind: 0 });
  expect(roomFor(task(100), task(100), task(100))).toEqual({ before: 0, behind: 0 });
});
