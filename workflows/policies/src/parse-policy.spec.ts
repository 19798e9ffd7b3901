import { describe, expect, it } from 'vitest';
import { crossReferences } from './cross-references.js';
import { parsePolicy } from './parse-policy.js';

const rules = `某市救助办法
（2024年3月1日 某市人民政府令第12号公布）

目　录
第一章　总则
第二章　申请

第一章　总　则

第一条　为了规范救助工作，根据《社会救助暂行办法》第三条
第二款的规定，制定本办法。

第二条　本办法所称家庭，是指：
（一）夫妻；
（二）未成年子女，包括：
1. 亲生子女；
2. 养子女。
前款第（一）项不含已登记离婚的。

第二条之一　申请人应当诚信。

第二章　申　请

第三条　符合第二条规定的可以申请。
`;

describe('parsePolicy', () => {
  const parsed = parsePolicy(rules);
  const at = (id: string) => parsed.units.find((unit) => unit.id === id)!;
  const text = (id: string) => rules.slice(at(id).start, at(id).end);

  it('reads 章, 条, 条之一, 款, 项 and 目 with their places', () => {
    expect(parsed.units.filter(({ kind }) => kind === 'chapter').map(({ label, title }) => `${label} ${title}`)).toEqual(['第一章 总则', '第二章 申请']);
    expect(parsed.units.filter(({ kind }) => kind === 'article').map(({ label }) => label)).toEqual(['第一条', '第二条', '第二条之一', '第三条']);
    expect(text('a2.2')).toBe('前款第（一）项不含已登记离婚的。');
    expect(text('a2.1.2').replaceAll('\n', '')).toBe('（二）未成年子女，包括：1. 亲生子女；2. 养子女。');
    expect(text('a2.1.2.2')).toBe('2. 养子女。');
    expect(parsed.problems).toEqual([]);
  });

  it('puts every clause under its headings and leaves the head out', () => {
    expect(parsed.clauses.map(({ label, path }) => [label, path.join()])).toEqual([
      ['第一条', '第一章 总则'],
      ['第二条', '第一章 总则'],
      ['第二条之一', '第一章 总则'],
      ['第三条', '第二章 申请'],
    ]);
  });

  it('takes references in running text for references, at the start of a line too', () => {
    const wrapped = parsePolicy('第一条 按照\n第三条的规定和\n第四条第二款所列，以及\n第五条所述办理。\n第二条 完。');
    expect(wrapped.units.filter(({ kind }) => kind === 'article').map(({ label }) => label)).toEqual(['第一条', '第二条']);
    expect(crossReferences(wrapped).map(({ article, paragraph }) => [article, paragraph])).toEqual([[3, null], [4, 2], [5, null]]);
    expect(crossReferences(parsed)[0]).toMatchObject({ document: '社会救助暂行办法', article: 3 });
  });

  it('reads headings without a blank, with Arabic and full-width digits, in Markdown', () => {
    const labels = parsePolicy('# 规定\n\n**第１条** 甲。\n\n第2条乙。\n\n### 第三条　丙。\n').units.filter(({ kind }) => kind === 'article').map(({ label }) => label);
    expect(labels).toEqual(['第一条', '第二条', '第三条']);
  });

  it('reads outlines', () => {
    const notice = parsePolicy('关于补贴的通知\n\n各单位：\n\n一、补贴对象\n（一）毕业生。\n毕业两年内的。\n（二）失业人员。\n二、补贴标准\n每人 500 元。\n');
    expect(notice.clauses.map(({ label }) => label)).toEqual(['一、', '二、']);
    expect(notice.clauses[0]!.text).toContain('毕业两年内');
    expect(notice.units.filter(({ kind }) => kind === 'item')).toHaveLength(2);
  });

  it('cuts a long clause at 款 and 项 and repeats the words that govern', () => {
    const long = parsePolicy(`第一条 有下列情形之一的，可以申请：\n${'一二三四五六'.split('').map((n) => `（${n}）${'某种情形'.repeat(30)}；`).join('\n')}\n另一款。`);
    expect(long.clauses.map(({ label, leadIn }) => [label, leadIn])).toEqual([
      ...'一二三四五六'.split('').map((n) => [`第一条第一款第（${n}）项`, '有下列情形之一的，可以申请：']),
      ['第一条第二款', ''],
    ]);
  });

  it('reports articles that come twice, gaps and texts without structure, and reads on', () => {
    const odd = parsePolicy('第一条 甲。\n第一条 乙。\n第五条 丙。');
    expect(odd.problems.map(({ code }) => code)).toEqual(['article-duplicate', 'article-gap']);
    expect(odd.units.filter(({ kind }) => kind === 'article').map(({ id }) => id)).toEqual(['a1', 'a1~2', 'a5']);
    expect(parsePolicy('只有一句话。').problems.map(({ code }) => code)).toEqual(['no-structure']);
    expect(parsePolicy(' \n\u3000').problems.map(({ code }) => code)).toEqual(['empty']);
  });

  it('is linear on hostile texts', () => {
    const texts = ['第一条'.repeat(200_000), `第${'一'.repeat(600_000)}条`, '（一）\n'.repeat(150_000), '《'.repeat(500_000), `${'第一条 甲。\n'.repeat(80_000)}`, '😀'.repeat(300_000)];
    for (const text of texts) {
      const start = performance.now();
      crossReferences(parsePolicy(text));
      expect(performance.now() - start).toBeLessThan(3_000);
    }
  });
});
