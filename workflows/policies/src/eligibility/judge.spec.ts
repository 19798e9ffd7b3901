import { describe, expect, it } from 'vitest';
import { checkCondition } from './check-condition.js';
import { ageOn, readFact } from './facts.js';
import { interestSignals, interestText } from './interests.js';
import { judge, type ProfileFacts } from './judge.js';
import { conditionScope, type ProfileField } from './profile.types.js';
import { reasonText } from './reason.js';

const field = (name: string, title: string, type: ProfileField['type'], over: Partial<ProfileField> = {}): ProfileField => ({ name, title, type, unit: '', dictionary: null, question: `${title}？`, sensitive: false, sources: [], ...over });
const fields = [field('age', '年龄', 'number', { unit: '岁' }), field('isStudent', '在校学生', 'boolean'), field('income', '月收入', 'money'), field('isDisabled', '持有残疾人证', 'boolean', { sensitive: true })];
const now = new Date('2026-11-25T04:00:00Z');
const facts = (values: Record<string, unknown>, over: Partial<ProfileFacts> = {}): ProfileFacts => ({ values: { usedServices: [], grantedServices: [], ...values }, consents: new Set(), declined: new Set(), ...over });
const condition = (source: string) => [{ key: 'c', title: '条件', condition: source }];
const judged = (source: string, known: ProfileFacts) => judge(condition(source), fields, known, now);
const titles = { entry: () => null, service: (key: string) => (key === 'pension' ? '退休金' : null) };

describe('judge', () => {
  it.each<[string, Record<string, unknown>, string, string[]]>([
    ['age >= 60', { age: 60 }, 'fits', []],
    ['age >= 60', { age: 59 }, 'unfit', []],
    ['age >= 60', {}, 'unknown', ['age']],
    // What decides is enough, on either side.
    ['isStudent and age >= 60', { age: 45 }, 'unfit', []],
    ['age >= 60 or isStudent', { isStudent: true }, 'fits', []],
    ['isStudent or age >= 60', { age: 45 }, 'unknown', ['isStudent']],
    ['not(isStudent and age < 30)', { age: 45 }, 'fits', []],
    ['not(isStudent)', {}, 'unknown', ['isStudent']],
    ['if isStudent then age < 30 else income < 200000', { isStudent: false, income: 150000 }, 'fits', []],
    ['get or else(income, 0) < 100000', {}, 'fits', []],
    ['list contains(grantedServices, "pension")', {}, 'unfit', []],
    ['age between 18 and 59 and income <= 100000', { age: 20 }, 'unknown', ['income']],
  ])('%s with %j is %s', (source, values, verdict, ask) => {
    const result = judged(source, facts(values));
    expect([result.verdict, result.ask]).toEqual([verdict, ask]);
  });

  it('uses no sensitive fact without consent, and says that consent would help', () => {
    const source = 'isDisabled or age >= 60';
    const without = judged(source, facts({ isDisabled: true, age: 40 }));
    expect(without).toMatchObject({ verdict: 'unknown', ask: [], withheld: ['isDisabled'] });
    expect(without.conditions[0]!.read).toEqual({ age: 40 });
    expect(judged(source, facts({ isDisabled: true, age: 40 }, { consents: new Set(['isDisabled']) })).verdict).toBe('fits');
    // It is not needed where something else decides.
    expect(judged(source, facts({ age: 70 }))).toMatchObject({ verdict: 'fits', withheld: [] });
  });

  it('never asks again for what was declined', () => {
    expect(judged('income < 100000', facts({}, { declined: new Set(['income']) }))).toMatchObject({ verdict: 'unknown', ask: [], conditions: [{ declined: ['income'] }] });
  });

  it('asks for nothing where one condition excludes', () => {
    const result = judge([...condition('isStudent'), { key: 'd', title: '老人', condition: 'age >= 60' }], fields, facts({ age: 20 }), now);
    expect(result).toMatchObject({ verdict: 'unfit', ask: [] });
  });

  it('leaves open what cannot be judged, and says why', () => {
    const result = judged('age >= 60', facts({ age: '六十' }));
    expect(result).toMatchObject({ verdict: 'unknown', ask: [], conditions: [{ problem: { code: 'type-mismatch' } }] });
    expect(reasonText(result.conditions[0]!, fields, titles, 'zh')).toMatch(/^无法判断：/);
    expect(judged('age >=', facts({ age: 60 })).verdict).toBe('unknown');
  });

  it('takes no conditions for a policy that is open to all', () => {
    expect(judge([], fields, facts({}), now).verdict).toBe('fits');
  });
});

it('says reasons in words', () => {
  const say = (source: string, known: ProfileFacts, language: 'zh' | 'en' = 'zh') => reasonText(judged(source, known).conditions[0]!, fields, titles, language);
  expect(say('age >= 60', facts({ age: 67 }))).toBe('符合：年龄为67 岁');
  expect(say('income < 100000', facts({ income: 123456 }))).toBe('不符合：月收入为1234.56 元');
  expect(say('age >= 60 and isStudent', facts({}))).toBe('还不知道：年龄、在校学生');
  expect(say('isDisabled', facts({}))).toBe('需要您同意使用：持有残疾人证');
  expect(say('isStudent or isDisabled', facts({}))).toBe('还不知道：在校学生；需要您同意使用：持有残疾人证');
  expect(say('not(list contains(grantedServices, "pension"))', facts({}))).toBe('符合：没有已获准的事项');
  expect(say('income < 1', facts({}, { declined: new Set(['income']) }))).toBe('您选择不提供：月收入');
  expect(say('list contains(usedServices, "pension")', facts({ usedServices: ['pension'] }))).toBe('符合：办理过的事项为退休金');
  expect(say('age >= 60', facts({ age: 67 }), 'en')).toBe('Fits: 年龄: 67 岁');
});

it('reads facts out of cases', () => {
  expect(readFact('11010119800101123X', 'age', 'number', now)).toBeNull();
  expect(readFact('110101198001011232', 'age', 'number', now)).toBe(46);
  expect(readFact('110101198001011232', 'birth-date', 'date', now)).toBe('1980-01-01');
  expect(readFact('1980-12-01', 'age', 'number', now)).toBe(45);
  expect(readFact('3000', 'value', 'number', now)).toBeNull();
  expect(readFact(300000, 'value', 'money', now)).toBe(300000);
  expect(ageOn('2030-01-01', now)).toBeNull();
  // The day begins in China.
  expect(ageOn('2000-11-26', new Date('2026-11-25T17:00:00Z'))).toBe(26);
});

it('checks conditions against the vocabulary', () => {
  const scope = conditionScope(fields);
  expect(checkCondition('age >= 60 and list contains(usedServices, "a")', scope)).toEqual([]);
  expect(checkCondition('years >= 60', scope)).toMatchObject([{ code: 'unknown-variable' }]);
  expect(checkCondition('age = "60"', scope)).toMatchObject([{ code: 'type-mismatch' }]);
  expect(checkCondition('age', scope)).toMatchObject([{ code: 'not-boolean' }]);
  expect(checkCondition('age >=', scope)).toMatchObject([{ code: 'syntax' }]);
});

it('explains interests and history', () => {
  const signals = interestSignals({ key: 'new', themes: ['社会保险'], services: ['pension'] }, { themes: ['社会保险', '住房'], services: [], usedServices: ['pension', 'pension'], read: [{ key: 'old', title: '老办法', themes: ['社会保险'] }, { key: 'new', title: '本文', themes: ['社会保险'] }] });
  expect(signals.map((signal) => interestText(signal, (key) => titles.service(key) ?? key, 'zh'))).toEqual(['您关注了“社会保险”', '您办理过“退休金”', '您看过同属“社会保险”的《老办法》']);
});
