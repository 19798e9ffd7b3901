import { expect, it } from 'vitest';
import { diffPolicies } from './diff-policies.js';
import { prevailing } from './level.js';
import { readNumeral, writeNumeral } from './numerals.js';
import { parsePolicy } from './parse-policy.js';
import { periodOf, stateOn } from './validity.js';

it('holds from the first day to the day before the last', () => {
  const period = { from: '2024-03-01', to: '2026-03-01' };
  expect(['2024-02-29', '2024-03-01', '2026-02-28', '2026-03-01'].map((day) => stateOn(period, day))).toEqual(['pending', 'effective', 'effective', 'expired']);
  expect(stateOn({ from: null, to: null }, '2024-01-01')).toBe('unknown');
  expect(stateOn({ from: null, to: '2020-01-01' }, '2024-01-01')).toBe('expired');
});

it('keeps a clause within its document', () => {
  const own = [{ clause: 'a3', from: '2025-01-01', to: null, note: '' }];
  expect(periodOf({ from: '2024-03-01', to: '2026-03-01' }, own, 'a3')).toEqual({ from: '2025-01-01', to: '2026-03-01' });
  expect(periodOf({ from: '2024-03-01', to: null }, own, 'a1')).toEqual({ from: '2024-03-01', to: null });
});

it('says what prevails, and shows both where no rule decides', () => {
  const of = (level: Parameters<typeof prevailing>[0]['level'], issuer = '', from: string | null = null) => ({ level, issuer, from });
  expect(prevailing(of('law'), of('administrative-regulation'))).toBe('a');
  expect(prevailing(of('department-rule'), of('local-rule'))).toBe('both');
  expect(prevailing(of('department-rule'), of('local-regulation'))).toBe('both');
  expect(prevailing(of('normative', '某市民政局', '2020-01-01'), of('normative', '某市民政局', '2024-01-01'))).toBe('b');
});

it('compares by article and knows what moved', () => {
  const before = parsePolicy('第一条 甲。\n第二条 乙。\n第三条 丙。');
  const after = parsePolicy('第一条 甲。\n第二条 新。\n第三条 乙。\n第四条 丙改。');
  expect(diffPolicies(before, after).map(({ type, before: old, after: now }) => [type, old?.label ?? null, now?.label ?? null])).toEqual([
    ['added', null, '第二条'],
    ['moved', '第二条', '第三条'],
    ['added', null, '第四条'],
    ['removed', '第三条', null],
  ]);
  expect(diffPolicies(before, before)).toEqual([]);
});

it('reads and writes numerals', () => {
  for (let n = 1; n < 1_300; n += 1) expect(readNumeral(writeNumeral(n))).toBe(n);
  expect(['二〇', '１２', '一百零五', '两百', '百', '甲'].map(readNumeral)).toEqual([20, 12, 105, 200, 100, null]);
});
