import type { FormBody } from '@banshi/bundle';
import { describe, expect, it } from 'vitest';
import { fieldsOfStep, type OutcomeSet, variablesOf, type WorkflowForms } from './workflow-scope.js';

const form = (properties: Record<string, object>, order: string[]): FormBody => ({
  title: '',
  description: '',
  schema: { type: 'object', properties },
  layout: { sections: [{ key: 'main', title: '', fields: order.map((field) => ({ field })) }] },
});
const all: WorkflowForms = {
  services: [{ key: 's', title: '事项', form: 'apply' }],
  forms: {
    apply: form({ amount: { type: 'integer', title: '金额' }, reason: { type: 'string', title: '原因', 'x-dictionary': 'reasons' }, day: { type: 'string', format: 'date', title: '日期' } }, ['reason', 'amount', 'day']),
    review: form({ amount: { type: 'string', title: '金额' }, opinion: { type: 'string', enum: ['a'], 'x-enumTitles': { a: '甲' }, title: '意见' } }, ['opinion', 'amount']),
  },
  dictionaries: { reasons: [{ value: 'startup', title: '创业' }] },
};
const outcomes: OutcomeSet[] = [{ variable: 'result', task: '受理', values: [{ value: 'ok', title: '通过', titleEn: 'Approve' }] }];

describe('fieldsOfStep', () => {
  it('takes the form of the service, or the one that the step names, in the order of the layout', () => {
    expect(fieldsOfStep(all, null).map(({ title }) => title)).toEqual(['原因', '金额', '日期']);
    expect(fieldsOfStep(all, 'review').map(({ name }) => name)).toEqual(['opinion', 'amount']);
    expect(fieldsOfStep(all, 'gone')).toEqual([]);
  });
});

describe('variablesOf', () => {
  const of = (name: string, language = 'zh') => variablesOf(all, outcomes, language).find((variable) => variable.name === name);
  it('knows types and the values with their titles', () => {
    expect(of('day')?.type).toEqual({ kind: 'date' });
    expect(of('reason')?.options).toEqual([{ value: 'startup', title: '创业' }]);
    expect(of('opinion')?.options).toEqual([{ value: 'a', title: '甲' }]);
    expect(of('result', 'en')?.options).toEqual([{ value: 'ok', title: 'Approve' }]);
  });
  it('leaves open what two forms use for different things', () => {
    expect(of('amount')?.type).toEqual({ kind: 'any' });
  });
  it('adds what the system gives every case', () => {
    expect(of('applicant')?.from).toBe('case');
  });
});
