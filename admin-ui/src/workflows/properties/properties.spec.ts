import { describe, expect, it } from 'vitest';
import { withAccess } from './field-rules.js';
import { nextOutcome, outcomeVariableFor } from './outcome-names.js';

describe('outcomeVariableFor', () => {
  it('says the task in camel case', () => {
    expect(outcomeVariableFor('Task_review')).toBe('reviewResult');
    expect(outcomeVariableFor('Task_final_check')).toBe('finalCheckResult');
  });
  it('keeps generated ids apart, and always gives a name that a condition can read', () => {
    expect(outcomeVariableFor('Activity_0x1f9ab')).toBe('result_0x1f9ab');
    expect(outcomeVariableFor('Task_1')).toBe('result');
  });
});

describe('nextOutcome', () => {
  it('goes through the usual ones, then counts', () => {
    const values = [nextOutcome([])];
    values.push(nextOutcome(values));
    values.push(nextOutcome(values));
    values.push(nextOutcome(values));
    expect(values.map(({ value }) => value)).toEqual(['approved', 'returned', 'refused', 'outcome4']);
  });
});

describe('withAccess', () => {
  const rules = { default: 'read' as const, access: { a: 'hidden' as const, b: 'edit' as const } };
  it('sets one field and leaves the others', () => {
    expect(withAccess(rules, 'c', 'edit').access).toEqual({ a: 'hidden', b: 'edit', c: 'edit' });
  });
  it('keeps no rule that says what the default says', () => {
    expect(withAccess(rules, 'a', 'read').access).toEqual({ b: 'edit' });
  });
});
