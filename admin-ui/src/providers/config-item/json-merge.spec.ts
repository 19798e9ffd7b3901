import { describe, expect, it } from 'vitest';
import { differences, isSame, mergeThreeWay, replaceAt } from './json-merge.js';

describe('mergeThreeWay', () => {
  const base = { title: '甲', fees: [{ amount: 1 }, { amount: 2 }], note: 'x' };

  it('joins changes of different places', () => {
    const mine = { ...base, title: '乙' };
    const theirs = { ...base, fees: [{ amount: 1 }, { amount: 5 }] };
    expect(mergeThreeWay(base, mine, theirs)).toEqual({ merged: { title: '乙', fees: [{ amount: 1 }, { amount: 5 }], note: 'x' }, clashes: [] });
  });

  it('names a place that both changed, and lets mine stand', () => {
    const { merged, clashes } = mergeThreeWay(base, { ...base, title: '乙' }, { ...base, title: '丙' });
    expect(merged).toEqual({ ...base, title: '乙' });
    expect(clashes).toEqual([{ path: '/title', base: '甲', mine: '乙', theirs: '丙' }]);
  });

  it('treats lists of different length as one place, because positions no longer correspond', () => {
    const mine = { ...base, fees: [{ amount: 1 }] };
    const theirs = { ...base, fees: [{ amount: 9 }, { amount: 2 }] };
    expect(mergeThreeWay(base, mine, theirs).clashes.map(({ path }) => path)).toEqual(['/fees']);
  });

  it('keeps removals', () => {
    const { note: _, ...mine } = base;
    expect(mergeThreeWay(base, mine, { ...base, title: '丙' }).merged).toEqual({ title: '丙', fees: base.fees });
  });
});

describe('differences', () => {
  it('names places by JSON Pointer', () => {
    expect(differences({ 'a/b': { c: 1 } }, { 'a/b': { c: 2 } })).toEqual([{ path: '/a~1b/c', before: 1, after: 2 }]);
  });
  it('does not mind the order of members', () => {
    expect(isSame({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
    expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
  });
});

describe('replaceAt', () => {
  it('replaces, adds and removes without touching the original', () => {
    const body = { list: [{ a: 1 }, { a: 2 }] };
    expect(replaceAt(body, '/list/1/a', 3)).toEqual({ list: [{ a: 1 }, { a: 3 }] });
    expect(replaceAt(body, '/list/0/b', 'x')).toEqual({ list: [{ a: 1, b: 'x' }, { a: 2 }] });
    expect(replaceAt(body, '/list/0/a', undefined)).toEqual({ list: [{}, { a: 2 }] });
    expect(body).toEqual({ list: [{ a: 1 }, { a: 2 }] });
  });
});
