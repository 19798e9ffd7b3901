import { expect, it } from 'vitest';
import { newPolicy } from '../../../../../workflows/bundle/src/testing/factories.js';
import { PolicyLibrary } from './policy-library.js';
import { snippetOf } from './snippet.js';

const text = '某市救助办法\n第一章 总则\n第一条 为了规范社会救助，制定本办法。\n第二条 申请最低生活保障，应当提交下列材料：\n（一）户口簿；\n（二）收入证明。\n第三条 审核应当在二十日内完成。';
const body = (over: Parameters<typeof newPolicy>[0]) => newPolicy({ services: [], relations: [], clauseValidity: [], text, ...over });
const library = await PolicyLibrary.build([
  { key: 'city', body: body({ title: '某市救助办法', region: '310000', effectiveFrom: '2024-03-01', clauseValidity: [{ clause: 'a3', from: null, to: '2025-01-01', note: '' }] }) },
  { key: 'old', body: body({ title: '某市救助暂行办法', region: '310000', effectiveFrom: '2010-01-01', effectiveTo: '2024-03-01' }) },
  { key: 'undated', body: body({ title: '街道说明', effectiveFrom: null, text: '街道说明\n低保申请材料有户口簿。' }) },
]);
const found = (words: string, on = '2024-06-01', more: { region?: string; anyState?: boolean } = {}) => library.search(words, { on, ...more }, 10).map(({ policy, place, state, isCited }) => [policy.key, place.label, state, isCited]);

it('finds clauses that hold on a day', () => {
  expect(found('低保要交什么材料，户口簿要吗').slice(0, 2)).toEqual([['city', '第二条', 'effective', false], ['undated', '第 1 段', 'unknown', false]]);
  expect(found('审核几日完成')[0]).toEqual(['city', '第三条', 'effective', false]);
  expect(found('审核几日完成', '2025-01-01').map(([key, label]) => `${key} ${label}`)).not.toContain('city 第三条');
  expect(found('审核几日完成', '2012-01-01')[0]).toEqual(['old', '第三条', 'effective', false]);
  expect(found('审核几日完成', '2025-01-01', { anyState: true })).toEqual(expect.arrayContaining([['city', '第三条', 'expired', false]]));
});

it('looks up a cited place and says when it has ended', () => {
  expect(found('某市救助办法第二条第一款第（二）项')).toEqual([['city', '第二条第一款第（二）项', 'effective', true]]);
  expect(found('《某市救助暂行办法》第3条', '2025-06-01')).toEqual([['old', '第三条', 'expired', true]]);
  expect(library.search('某市救助办法第二条第一款第（二）项', { on: '2024-06-01' }, 1)[0]!.policy.body.text.slice(...(({ start, end }) => [start, end] as const)(library.search('某市救助办法第二条第一款第（二）项', { on: '2024-06-01' }, 1)[0]!.place))).toBe('（二）收入证明。');
});

it('filters by region, the places above included', () => {
  expect(found('审核', '2024-06-01', { region: '310101' }).map(([key]) => key)).toContain('city');
  expect(found('审核', '2024-06-01', { region: '440100' })).toEqual([]);
});

it('shows the part that answers, with its places', () => {
  const long = `${'前言。'.repeat(100)}申请人应当年满十八周岁。${'后记。'.repeat(100)}`;
  const { start, end, marks } = snippetOf(long, '年满十八周岁吗');
  expect(long.slice(start, end)).toContain('年满十八周岁');
  expect(marks.map(([from, to]) => long.slice(from, to))).toEqual(['年满十八周岁']);
});

it('bears any words', () => {
  for (const words of ['', '😀😀', '<script>', '第'.repeat(5_000), 'a'.repeat(100_000), '条\u0000']) expect(() => found(words)).not.toThrow();
});
