import { describe, expect, it } from 'vitest';
import { compileFixture } from '../fixtures/read-fixture.js';
import { TestCase } from '../fixtures/run-case.js';
import { incidentText, stepErrorText } from './engine-texts.js';

describe('texts', () => {
  it('say which condition failed and why', async () => {
    const test = new TestCase(await compileFixture('review')).start().complete('acceptance', 'accepted').complete('review-task');
    const [incident] = test.openIncidents();
    if (!incident) throw new Error('no incident');
    expect(incidentText(incident, 'zh')).toBe('条件 = approvedAmount > 1000000 无法判断：变量“approvedAmount”没有值。请更正数据后重试。');
    expect(incidentText(incident, 'en')).toContain('“approvedAmount” is missing');
  });

  it('say what a refused command lacks', () => {
    expect(stepErrorText({ code: 'field-not-editable', params: { field: 'amount' } }, 'zh')).toBe('当前环节不能修改字段“amount”。');
    expect(stepErrorText({ code: 'outcome-required', params: {} }, 'en')).toBe('Choose an outcome.');
  });
});
