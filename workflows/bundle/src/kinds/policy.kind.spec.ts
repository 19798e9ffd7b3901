import { expect, it } from 'vitest';
import { newPolicy } from '../testing/factories.js';
import { policyKind } from './policy.kind.js';

it('compares the text clause by clause', () => {
  const before = newPolicy();
  const after = newPolicy({ issuer: '某市民政局', text: before.text.replace('十八', '十六').replace('第三条', '第三条 另有规定的从其规定。\n第四条') });
  expect(policyKind.diff(before, after).map(({ path, element, type, label }) => [path, element, type, label.zh])).toEqual([
    ['/issuer', undefined, 'changed', '制定机关'],
    ['/text', 'a2', 'changed', '第二条'],
    ['/text', 'a3', 'added', '第三条'],
    ['/text', 'a4', 'changed', '第三条 → 第四条'],
  ]);
  expect(policyKind.diff(before, newPolicy({ text: `（样例）\n${before.text}` }))).toMatchObject([{ path: '/text', type: 'changed' }]);
  expect(policyKind.diff(before, before)).toEqual([]);
});

it('refers to services and to the documents that it changes', () => {
  const relations = [{ type: 'repeals' as const, title: '旧办法', policy: 'old', date: null }];
  expect(policyKind.refs(newPolicy({ relations }))).toEqual([
    { path: '/services/0', kind: 'service', key: 'subsidy', role: 'service' },
    { path: '/relations/0/policy', kind: 'policy', key: 'old', role: 'repeals' },
  ]);
});
