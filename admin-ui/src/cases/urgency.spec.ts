import { describe, expect, it } from 'vitest';
import type { CaseTask } from './case.js';
import { changedFields, missingComment, serviceChoices, taskFor, urgencyOf } from './urgency.js';

const task = (id: string, state: CaseTask['state'], assignee: string | null, canClaim = false): CaseTask => ({ id, element: 'e', title: id, state, rev: 1, candidateGroups: [], createdAt: '', claimedAt: null, completedAt: null, assignee: assignee === null ? null : { id: assignee, name: assignee }, outcome: null, outcomeTitle: null, comment: null, outcomes: [], access: null, form: null, canClaim, canComplete: false });

describe('tasks', () => {
  it('tells by age how urgent one is', () => {
    const now = new Date('2026-03-05T12:00:00Z');
    expect(urgencyOf('2026-03-05T11:00:00Z', now)).toBe('fresh');
    expect(urgencyOf('2026-03-04T12:00:00Z', now)).toBe('waiting');
    expect(urgencyOf('2026-03-01T12:00:00Z', now)).toBe('late');
  });

  it('prefers my own task to an open one, and finds none that is not for me', () => {
    expect(taskFor([task('open', 'OPEN', null, true), task('mine', 'CLAIMED', 'me')], 'me')?.id).toBe('mine');
    expect(taskFor([task('done', 'COMPLETED', 'me'), task('open', 'OPEN', null, true)], 'me')?.id).toBe('open');
    expect(taskFor([task('theirs', 'CLAIMED', 'other'), task('closed', 'OPEN', null)], 'me')).toBeNull();
  });

  it('sends only what was changed; what was emptied is null', () => {
    expect(changedFields({ a: 1, b: [1], c: 'x' }, { a: 1, b: [2] })).toEqual({ b: [2], c: null });
  });

  it('wants a comment where the outcome does', () => {
    expect(missingComment({ value: 'refuse', title: '不予', requireComment: true }, ' ')).toBe(true);
    expect(missingComment({ value: 'refuse', title: '不予', requireComment: true }, '材料不全')).toBe(false);
    expect(missingComment(null, '')).toBe(false);
  });

  it('offers each service once', () => {
    expect(serviceChoices([{ service: 'a', serviceTitle: '甲' }, { service: 'a', serviceTitle: '甲' }])).toEqual([{ id: 'a', name: '甲' }]);
  });
});
