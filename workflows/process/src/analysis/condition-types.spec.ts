import { describe, expect, it } from 'vitest';
import { compileFixture } from '../fixtures/read-fixture.js';
import { checkConditionTypes } from './condition-types.js';

const text = { kind: 'string' } as const;

describe('checkConditionTypes', () => {
  it('accepts conditions whose variables exist and have the right types', async () => {
    const scope = { acceptanceResult: text, leaderResult: text, approvedAmount: { kind: 'number' } as const };
    expect(checkConditionTypes(await compileFixture('review'), () => scope)).toEqual([]);
  });

  it('names the flow whose condition compares what cannot be compared, or reads what is not there', async () => {
    const scope = { acceptanceResult: text, approvedAmount: text };
    const problems = checkConditionTypes(await compileFixture('review'), () => scope);
    expect(problems.map(({ element, problem }) => [element, problem.code])).toEqual([
      ['flow-large', 'type-mismatch'],
      ['flow-agree', 'unknown-variable'],
    ]);
  });
});
