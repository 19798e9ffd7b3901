import { describe, expect, it } from 'vitest';
import { smallHall } from './fixtures/small-hall.js';
import { nearDuplicateGroups } from './near-duplicates.js';
import { splitExamples } from './split-examples.js';

const { train, validation, test } = smallHall();
const examples = [...train, ...validation, ...test];
const many = Array.from({ length: 600 }, (_, i) => ({ id: `u${i}`, text: `第${i * 7919}号窗口办理${String.fromCharCode(0x4e00 + ((i * 37) % 3000), 0x5e00 + ((i * 91) % 2000))}业务${i}`, intent: `intent-${i % 6}` }));

describe('nearDuplicateGroups', () => {
  it('joins spellings of one text and near copies, and nothing else', () => {
    const groups = nearDuplicateGroups(['我想申请失业保险金领取资格认定', '我想申请 失业保险金领取资格认定', 'ＡＢＣ办理', 'abc办理', '我想申请失业保险金领取资格认定！', '居住证', '']);
    expect(groups).toEqual([0, 0, 1, 1, 0, 2, 3]);
  });
});

describe('splitExamples', () => {
  it('keeps near duplicates on one side', () => {
    const parts = splitExamples(examples, 1);
    const side = new Map([...Object.entries(parts)].flatMap(([part, list]) => list.map(({ id }) => [id, part])));
    const groups = nearDuplicateGroups(examples.map(({ text }) => text));
    const sides = new Map<number, Set<string>>();
    examples.forEach(({ id }, i) => sides.set(groups[i]!, (sides.get(groups[i]!) ?? new Set()).add(side.get(id)!)));
    expect([...sides.values()].every((set) => set.size === 1)).toBe(true);
    expect(side.size).toBe(examples.length);
  });

  it('spreads every intent 70/15/15', () => {
    const parts = splitExamples(many, 3);
    for (let k = 0; k < 6; k++) {
      const share = (part: 'train' | 'validation' | 'test'): number => parts[part].filter(({ intent }) => intent === `intent-${k}`).length / 100;
      expect(share('train')).toBeCloseTo(0.7, 1);
      expect(share('validation')).toBeCloseTo(0.15, 1);
      expect(share('test')).toBeCloseTo(0.15, 1);
    }
  });

  it('depends on the seed but not on the order of the examples', () => {
    const ids = (list: typeof many, seed: number): string[] => splitExamples(list, seed).test.map(({ id }) => id);
    expect(ids([...many].reverse(), 5)).toEqual(ids(many, 5));
    expect(ids(many, 6)).not.toEqual(ids(many, 5));
  });

  it('splits nothing into nothing', () => {
    expect(splitExamples([], 1)).toEqual({ train: [], validation: [], test: [] });
  });
});
