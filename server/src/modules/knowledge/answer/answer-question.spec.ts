import { beforeAll, describe, expect, it } from 'vitest';
import { sampleKnowledge } from '../testing/sample-knowledge.js';
import { answerQuestion, type QuestionContext } from './answer-question.js';
import type { BundleKnowledge } from './bundle-knowledge.js';

let knowledge: BundleKnowledge;
beforeAll(async () => {
  knowledge = await sampleKnowledge();
});
const ask = (question: string, over: Partial<QuestionContext> = {}) => answerQuestion(knowledge, question, null, { on: '2026-06-01', language: 'zh', ...over });

describe('answers without vectors', () => {
  it('tells how to apply from the guide, with the clauses behind it', () => {
    const answer = ask('如何申请低保？');
    expect(answer).toMatchObject({ source: 'guide', service: { key: 'living-allowance', title: '最低生活保障申请' } });
    expect(answer.sections.map(({ part }) => part)).toEqual(['steps', 'materials', 'time-limit']);
    expect(answer.sections[2]!.lines[0]).toContain('22个工作日');
    expect(answer.citations.map(({ policy, label }) => [policy, label])).toEqual(expect.arrayContaining([['living-allowance-rules', '第五条'], ['living-allowance-rules', '第九条']]));
    for (const { policy, quote, start, end } of answer.citations) expect(knowledge.library.get(policy)!.body.text.slice(start, end)).toBe(quote);
  });

  it('looks a cited place up, and says when it has ended and what took its place', async () => {
    expect(ask('云江市最低生活保障办法第七条')).toMatchObject({ source: 'citation', confidence: 1, citations: [{ policy: 'living-allowance-rules', clause: 'a7', state: 'effective' }] });
    expect(ask('《云江市一次性创业补贴暂行办法》第二条')).toMatchObject({ source: 'none', related: [{ kind: 'policy', key: 'startup-subsidy-trial' }] });
    const trial = knowledge.bundle.get('policy', 'startup-subsidy-trial')!;
    const old = await sampleKnowledge([{ kind: 'policy', key: 'startup-subsidy-trial', body: { ...trial, text: trial.text.replace('二、补贴标准', '第二条 补贴标准') } }]);
    expect(answerQuestion(old, '《云江市一次性创业补贴暂行办法》第二条', null, { on: '2026-06-01', language: 'zh' })).toMatchObject({ source: 'citation', citations: [{ state: 'expired', effectiveTo: '2025-03-01', successor: { policy: 'startup-subsidy-rules' } }] });
  });

  it('answers one part within a talk about a service', () => {
    expect(ask('要交哪些材料？', { service: 'residence-permit' })).toMatchObject({ source: 'guide', service: { key: 'residence-permit' }, sections: [{ part: 'materials' }] });
    expect(ask('收费吗', { service: 'living-allowance' })).toMatchObject({ source: 'guide', text: expect.stringContaining('指南中没有收费项目') as string });
    expect(ask('失业金去哪里申领', { service: 'residence-permit' })).toMatchObject({ source: 'guide', service: { key: 'unemployment-benefit' }, sections: [{ part: 'location' }] });
  });

  it('answers a frequent question before the guide', () => {
    expect(ask('低保多久复核一次')).toMatchObject({ source: 'faq', faq: { key: 'living-allowance/2' }, text: expect.stringContaining('每年复核一次') as string });
  });

  it('answers from frequent questions of their own as long as they hold', async () => {
    const faq = { title: '冬天取暖有补助吗？', similar: ['暖气费给不给报'], answer: '低保家庭每个采暖季补助 600 元（样例）。', services: ['living-allowance'], themes: [], validFrom: '2026-01-01', validTo: '2027-01-01', source: '' };
    const winter = await sampleKnowledge([{ kind: 'faq', key: 'heating', body: faq }]);
    const on = (day: string) => answerQuestion(winter, '暖气费给不给报啊', null, { on: day, language: 'zh' });
    expect(on('2026-06-01')).toMatchObject({ source: 'faq', faq: { key: 'heating', question: '暖气费给不给报' }, text: faq.answer, service: { key: 'living-allowance' } });
    expect(on('2027-01-01').faq?.key).not.toBe('heating');
  });

  it('says nothing where nothing is known', () => {
    for (const question of ['今天天气怎么样', '帮我订一张去北京的火车票', '怎么办护照', '', '😀😀', 'a'.repeat(500), '<script>alert(1)</script>', '第'.repeat(500)]) {
      expect(ask(question)).toMatchObject({ source: 'none', text: '', citations: [], sections: [] });
    }
  });

  it('speaks English where it frames the words of a source', () => {
    expect(ask('低保多久能办好', { language: 'en' }).sections[0]).toMatchObject({ title: 'Time limit', lines: [expect.stringContaining('22 working days') as string, expect.stringContaining('Statutory') as string] });
  });
});
