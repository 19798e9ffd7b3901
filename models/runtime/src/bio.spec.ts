import { describe, expect, it } from 'vitest';
import { decodeBio, spansOfPath } from './bio.js';

const logits = (rows: number[][]): Float32Array => Float32Array.from(rows.flat());

describe('decodeBio', () => {
  it('never begins a span with an inside label', () => {
    expect([...decodeBio(logits([[0, 1, 5], [0, 0, 5]]), 3)]).toEqual([1, 2]);
  });

  it('does not continue a span under another label', () => {
    const path = decodeBio(logits([[0, 9, 0, 0, 0], [0, 0, 0, 0, 9], [0, 0, 0, 0, 9]]), 5);
    expect([...path]).not.toContain(undefined);
    path.forEach((label, t) => {
      if (label > 0 && label % 2 === 0) expect([label - 1, label]).toContain(path[t - 1]);
    });
  });

  it('finds the best of all valid paths', () => {
    let state = 7;
    const random = (): number => (state = (state * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 50; round++) {
      const rows = Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => random() * 4 - 2));
      const score = (path: number[]): number => path.reduce((sum, label, t) => sum + Math.fround(rows[t]![label]!), 0);
      const isValid = (path: number[]): boolean => path.every((label, t) => label === 0 || label % 2 === 1 || path[t - 1] === label || path[t - 1] === label - 1);
      let best = -Infinity;
      for (let code = 0; code < 5 ** 4; code++) {
        const path = [0, 1, 2, 3].map((t) => Math.floor(code / 5 ** t) % 5);
        if (isValid(path)) best = Math.max(best, score(path));
      }
      const found = [...decodeBio(logits(rows), 5)];
      expect(isValid(found)).toBe(true);
      expect(score(found)).toBeCloseTo(best, 5);
    }
  });

  it('decodes nothing to nothing', () => {
    expect([...decodeBio(new Float32Array(0), 3)]).toEqual([]);
  });
});

describe('spansOfPath', () => {
  it('separates neighbours of one label', () => {
    expect(spansOfPath(Int32Array.of(0, 1, 2, 1, 0, 3, 4))).toEqual([
      { label: 0, start: 1, end: 3 },
      { label: 0, start: 3, end: 4 },
      { label: 1, start: 5, end: 7 },
    ]);
  });
});
