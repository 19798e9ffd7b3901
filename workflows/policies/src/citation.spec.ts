import { describe, expect, it } from 'vitest';
import { findCited, matchTitles, readCitation } from './citation.js';
import { parsePolicy } from './parse-policy.js';

describe('readCitation', () => {
  it.each([
    ['民法典第三条', '民法典', 3, 0, null, null],
    ['《社会保险法》第16条第二款第（一）项', '社会保险法', 16, 0, 2, 1],
    ['刑法第一百三十三条之一', '刑法', 133, 1, null, null],
    ['请问社会保险法第十六条是什么？', '社会保险法', 16, 0, null, null],
    ['第七条', '', 7, 0, null, null],
    ['社会保险法 98条', '社会保险法', 98, 0, null, null],
  ])('%s', (words, title, article, suffix, paragraph, item) => {
    expect(readCitation(words)).toEqual({ title, article, suffix, paragraph, item });
  });

  it.each(['如何申请低保', '第三条路怎么走到市民中心的大门口呢请告诉我', '', '条'.repeat(5_000)])('%.20s: no citation', (words) => expect(readCitation(words)).toBeNull());
});

it('finds what is cited, down to the 项', () => {
  const parsed = parsePolicy('第一条 甲：\n（一）乙；\n（二）丙。\n丁。');
  const cite = (paragraph: number | null, item: number | null) => findCited(parsed, { article: 1, suffix: 0, paragraph, item }).map(({ start, end }) => parsed.text.slice(start, end));
  expect(cite(2, null)).toEqual(['丁。']);
  expect(cite(1, 2)).toEqual(['（二）丙。']);
  expect(cite(null, 1)).toEqual(['（一）乙；']);
  expect(findCited(parsed, { article: 9, suffix: 0, paragraph: null, item: null })).toEqual([]);
});

it('matches titles as people shorten them', () => {
  const titles = ['中华人民共和国社会保险法', '社会保险经办条例', '某市城市居民最低生活保障办法'];
  expect(matchTitles('社会保险法', titles)).toEqual([0]);
  expect(matchTitles('《最低生活保障办法》', titles)).toEqual([2]);
  expect(matchTitles('社会保险', titles)).toEqual([0, 1]);
  expect(matchTitles('', titles)).toEqual([]);
});
