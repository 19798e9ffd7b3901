import { describe, expect, it } from 'vitest';
import { compileFixture } from '../fixtures/read-fixture.js';
import { referencesOf } from './references.js';
import { variablesRead, variablesSetBefore } from './variables.js';

const forms: Record<string, string[]> = { '': ['name', 'amount', 'approvedAmount', 'opinion'], 'review-form': ['approvedAmount', 'opinion', 'amount'] };
const fieldsOf = (formId: string | null) => forms[formId ?? ''] ?? [];
const given = ['amount', 'applicant', 'name', 'service', 'submittedAt'];

describe('variablesRead', () => {
  it('lists each variable with the flow that reads it', async () => {
    expect(variablesRead(await compileFixture('parallel')).map((read) => [read.element, read.gateway, read.variable])).toEqual([
      ['f7', 'both', ['policeResult']],
      ['f7', 'both', ['housingResult']],
    ]);
  });
});

describe('variablesSetBefore', () => {
  it('takes the fields that the applicant sees, and the outcome of every task on the way', async () => {
    const model = await compileFixture('review');
    expect(variablesSetBefore(model, 'start', fieldsOf)).toEqual({ certain: ['applicant', 'service', 'submittedAt'], maybe: [] });
    expect(variablesSetBefore(model, 'accepted', fieldsOf)).toEqual({ certain: ['acceptanceResult', ...given].sort(), maybe: [] });
    expect(variablesSetBefore(model, 'size', fieldsOf).certain).toEqual(['acceptanceResult', 'approvedAmount', 'opinion', ...given].sort());
  });

  it('calls maybe what only some ways set', async () => {
    const model = await compileFixture('review');
    expect(variablesSetBefore(model, 'granted', fieldsOf).maybe).toEqual(['leaderResult']);
    expect(variablesSetBefore(model, 'acceptance', fieldsOf)).toEqual({ certain: given, maybe: ['acceptanceResult'] });
  });

  it('knows that a parallel join has waited for all branches, and a branch for none of the others', async () => {
    const model = await compileFixture('parallel');
    expect(variablesSetBefore(model, 'both', () => []).certain).toEqual(expect.arrayContaining(['policeResult', 'housingResult']));
    expect(variablesSetBefore(model, 'housing', () => [])).toEqual({ certain: ['applicant', 'service', 'submittedAt'], maybe: [] });
  });

  it('answers nothing for an element that is not there', async () => {
    expect(variablesSetBefore(await compileFixture('parallel'), 'nowhere', () => [])).toEqual({ certain: [], maybe: [] });
  });
});

describe('referencesOf', () => {
  it('names forms, roles, departments and posts with the element that needs them', async () => {
    expect(referencesOf(await compileFixture('review'))).toEqual([
      { element: 'acceptance', kind: 'role', key: 'clerk' },
      { element: 'supplement', kind: 'post', key: 'window' },
      { element: 'review-task', kind: 'form', key: 'review-form' },
      { element: 'review-task', kind: 'department', key: 'employment' },
    ]);
  });
});
