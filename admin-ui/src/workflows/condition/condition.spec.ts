import { describe, expect, it } from 'vitest';
import type { Variable } from '../scope/workflow-scope.js';
import { checkCondition } from './check-condition.js';
import { describeCondition } from './describe-condition.js';
import { suggest } from './suggestions.js';

const variables: Variable[] = [
  { name: 'acceptanceResult', title: '受理审核', type: { kind: 'string' }, from: 'outcome', options: [{ value: 'passed', title: '通过' }, { value: 'returned', title: '退回' }] },
  { name: 'amount', title: '申请金额', type: { kind: 'number' }, from: 'field', options: [] },
  { name: 'birthday', title: '出生日期', type: { kind: 'date' }, from: 'field', options: [] },
];
const inserts = (source: string, caret = source.length) => suggest(source, caret, variables).map(({ insert }) => insert);

describe('describeCondition', () => {
  it('says a condition in plain words, with the titles of fields and values', () => {
    const source = 'acceptanceResult = "passed" and (amount > 5000 or amount = null)';
    expect(describeCondition(source, variables, 'zh')).toBe('「受理审核」是「通过」，并且（「申请金额」大于5000，或者「申请金额」未填）');
    expect(describeCondition('acceptanceResult in ["passed", "returned"]', variables, 'zh')).toBe('「受理审核」是下列之一：「通过」、「退回」');
    expect(describeCondition('amount between 1 and 5', variables, 'en')).toBe('“申请金额” is between 1 and 5');
  });
  it('keeps what has no plain words, and says nothing of what cannot be read', () => {
    expect(describeCondition('amount + 1 > 5', variables, 'zh')).toBe('amount + 1大于5');
    expect(describeCondition('amount >', variables, 'zh')).toBeNull();
  });
});

describe('suggest', () => {
  it('finds variables by name, title and pinyin initials', () => {
    expect(inserts('am')).toEqual(['amount']);
    expect(inserts('出生')).toEqual(['birthday']);
    expect(inserts('sqje')).toEqual(['amount']);
    expect(inserts('')).toEqual(['acceptanceResult', 'amount', 'birthday']);
  });
  it('offers the values of the variable that is compared, and replaces what is typed of one', () => {
    expect(inserts('acceptanceResult = ')).toEqual(['"passed"', '"returned"']);
    expect(suggest('acceptanceResult = "re"', 22, variables)).toMatchObject([{ insert: '"returned"', from: 19, to: 23 }]);
    expect(inserts('acceptanceResult in ["passed", ')).toEqual(['"passed"', '"returned"']);
  });
  it('offers what fits the type after a variable, and and/or after a value', () => {
    expect(inserts('birthday ')).toEqual(['> ', '>= ', '< ', '<= ', '= ']);
    expect(inserts('amount > 5 ')).toEqual(['and ', 'or ']);
  });
  it('is silent inside a text', () => {
    expect(inserts('amount > 1 and foo = "am')).toEqual([]);
  });
});

describe('checkCondition', () => {
  it('finds what publishing would refuse', () => {
    expect(checkCondition('amount > 5', variables, false)).toEqual([]);
    expect(checkCondition('amount = "5"', variables, false).map(({ code }) => code)).toEqual(['type-mismatch']);
    expect(checkCondition('amount', variables, false).map(({ code }) => code)).toEqual(['not-boolean']);
    expect(checkCondition('nobody = 1', variables, false).map(({ code }) => code)).toEqual(['unknown-variable']);
  });
  it('lets unknown names pass while no form is known', () => {
    expect(checkCondition('nobody = 1', variables, true)).toEqual([]);
  });
});
