import { expect, it } from 'vitest';
import { parsePolicy } from '../parse-policy.js';
import { findKeywords } from './find-keywords.js';
import { findPoints } from './find-points.js';
import { summarise } from './summarise.js';
import { type TimedPolicy, timelineOf } from './timeline.js';

const text = `某市取暖补贴办法
第一章 总则
第一条 为了保障困难家庭温暖过冬，制定本办法。
第二条 本市取暖补贴的申请和发放，适用本办法。
第二章 条件和标准
第三条 同时符合下列条件的家庭，可以申请取暖补贴：
（一）有本市户籍；
（二）人均月收入低于九百元。
第四条 取暖补贴标准为每户每个采暖季六百元。已经由单位报销采暖费的，不予补贴。
第三章 申请
第五条 申请人应当在每年十月底前，通过网上办事大厅或者街道办事处提出申请，提交下列材料：
（一）居民身份证；
（二）采暖费票据。
第六条 街道办事处应当自受理之日起十个工作日内审核，补贴发放到申请人的银行卡。
第七条 本办法自2025年1月1日起施行。`;
const parsed = parsePolicy(text);

it('sums up in sentences of the document, each in its place', () => {
  const summary = summarise(parsed, { sentences: 3 });
  expect(summary).toHaveLength(3);
  for (const { text: words, start, end } of summary) expect(text.slice(start, end)).toBe(words);
  expect(summary.map(({ start }) => start)).toEqual(summary.map(({ start }) => start).sort((a, b) => a - b));
  expect(summary.map(({ label }) => label)).not.toContain('第一条');
  expect(summary.map(({ label }) => label)).not.toContain('第七条');
});

it('takes its likeness from who has a better one', () => {
  expect(summarise(parsed, { sentences: 2, likeness: (a, b) => Number(a.label === '第四条' || b.label === '第四条') }).map(({ label }) => label)).toContain('第四条');
});

it('finds what a person wants to know, verbatim', () => {
  const points = findPoints(parsed);
  const of = (type: string) => points.filter((point) => point.type === type).map(({ label, text: words }) => `${label} ${words}`);
  expect(of('conditions')).toEqual(['第三条 有本市户籍；', '第三条 人均月收入低于九百元。']);
  expect(of('materials')).toEqual(['第五条 居民身份证；', '第五条 采暖费票据。']);
  expect(of('amount')).toContain('第四条 取暖补贴标准为每户每个采暖季六百元。');
  expect(of('not')).toEqual(['第四条 已经由单位报销采暖费的，不予补贴。']);
  expect(of('time')[0]).toContain('十个工作日内');
  for (const { text: words, start, end } of points) expect(text.slice(start, end)).toBe(words);
});

it('finds the words that tell it from other documents, known names whole', () => {
  const words = findKeywords(parsed, { names: ['取暖补贴', '采暖费'], spread: (word) => (word === '申请' ? 50 : 1), documents: 60 }).map(({ word }) => word);
  expect(words[0]).toBe('取暖补贴');
  expect(words).toContain('采暖费');
  expect(words.some((word) => word.includes('暖补'))).toBe(true);
  expect(words).not.toContain('补贴办');
});

it('lays versions in order with what each changed', () => {
  const base: Omit<TimedPolicy, 'key' | 'title' | 'text'> = { issuedOn: null, effectiveFrom: null, effectiveTo: null, relations: [] };
  const policies = new Map<string, TimedPolicy>([
    ['new', { ...base, key: 'new', title: '办法', effectiveFrom: '2025-01-01', relations: [{ type: 'repeals', title: '暂行办法', policy: 'old', date: null }, { type: 'repeals', title: '更早的办法', policy: null, date: '2010-01-01' }], text }],
    ['old', { ...base, key: 'old', title: '暂行办法', effectiveFrom: '2015-01-01', effectiveTo: '2025-01-01', relations: [{ type: 'replaced-by', title: '办法', policy: 'new', date: null }], text: text.replace('六百元', '四百元') }],
  ]);
  const timeline = timelineOf('new', (key) => policies.get(key) ?? null);
  expect(timeline.map(({ key, isThis }) => [key, isThis])).toEqual([[null, false], ['old', false], ['new', true]]);
  expect(timeline[2]!.changes).toMatchObject([{ type: 'changed', after: { label: '第四条' } }]);
  expect(timelineOf('old', (key) => policies.get(key) ?? null).at(-2)).toMatchObject({ key: 'old', isThis: true, changes: null });
  expect(timelineOf('none', () => null)).toEqual([]);
});

it('bears any text', () => {
  for (const odd of ['', '。。。', '<script>alert(1)</script>', '甲'.repeat(20_000), '第一条 '.repeat(3_000), '😀'.repeat(500)]) {
    const read = parsePolicy(odd);
    expect(() => [summarise(read), findPoints(read), findKeywords(read)]).not.toThrow();
  }
});
