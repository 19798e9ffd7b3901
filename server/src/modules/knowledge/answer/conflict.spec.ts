import type { PolicyBody } from '@banshi/bundle';
import { describe, expect, it } from 'vitest';
import { newPolicy } from '../../../../../workflows/bundle/src/testing/factories.js';
import { PolicyLibrary } from '../search/policy-library.js';
import { settleConflict } from './conflict.js';

const rule = (amount: string) => `关于高龄津贴\n第一条 年满八十周岁的本地户籍老年人，每人每月发给高龄津贴${amount}，由街道办事处按月发放到本人的银行卡。`;
const policy = (over: Partial<PolicyBody>) => newPolicy({ services: [], relations: [], clauseValidity: [], effectiveFrom: '2024-01-01', ...over });

async function settled(a: Partial<PolicyBody>, b: Partial<PolicyBody>) {
  const library = await PolicyLibrary.build([
    { key: 'a', body: policy({ title: '甲文件', text: rule('一百元'), ...a }) },
    { key: 'b', body: policy({ title: '乙文件', text: rule('二百元'), ...b }) },
  ]);
  const { clauses, conflict } = settleConflict(library.search('高龄津贴每月发给多少钱', { on: '2026-06-01' }, 4), 'zh');
  return { keys: clauses.map((clause) => clause.policy.key).sort(), conflict };
}

describe('of two rules that say different things', () => {
  it('the higher rank prevails (立法法 art. 99)', async () => {
    expect(await settled({ level: 'law', issuer: '甲' }, { level: 'normative', issuer: '乙' })).toEqual({ keys: ['a'], conflict: null });
  });

  it('the newer prevails within one organ (art. 103)', async () => {
    expect(await settled({ level: 'normative', issuer: '某市人民政府' }, { level: 'normative', issuer: '某市人民政府', effectiveFrom: '2025-01-01' })).toEqual({ keys: ['b'], conflict: null });
  });

  it('the special prevails over the general within one organ; a new general and an old special one are both shown (art. 103, 105)', async () => {
    const city = { level: 'normative', issuer: '某市人民政府' } as const;
    expect((await settled({ ...city, region: '310115' }, { ...city, region: '310000' })).keys).toEqual(['a']);
    expect((await settled({ ...city, region: '310115' }, { ...city, region: '310000', effectiveFrom: '2025-01-01' })).conflict).not.toBeNull();
  });

  it('a ministry’s rule and a local government’s are of one rank: both are shown, with the reason (art. 102)', async () => {
    expect(await settled({ level: 'department-rule', issuer: '某部' }, { level: 'local-rule', issuer: '某省人民政府' })).toEqual({ keys: ['a', 'b'], conflict: { citations: [0, 1], reason: expect.stringContaining('不分高低') as string } });
  });

  it('a local regulation and a ministry’s rule are both shown (art. 106)', async () => {
    expect((await settled({ level: 'department-rule', issuer: '某部' }, { level: 'local-regulation', issuer: '某省人大' })).conflict).not.toBeNull();
  });

  it('what has ended, or is not yet, takes no part', async () => {
    expect(await settled({ level: 'normative', issuer: '甲', effectiveTo: '2025-01-01' }, { level: 'normative', issuer: '乙' })).toEqual({ keys: ['b'], conflict: null });
    expect(await settled({ level: 'law', issuer: '甲', effectiveFrom: '2030-01-01' }, { level: 'normative', issuer: '乙' })).toEqual({ keys: ['b'], conflict: null });
  });

  it('rules that agree are no conflict', async () => {
    expect(await settled({ level: 'department-rule', issuer: '某部' }, { level: 'local-rule', issuer: '某省人民政府', text: rule('一百元') })).toEqual({ keys: ['a', 'b'], conflict: null });
  });
});
