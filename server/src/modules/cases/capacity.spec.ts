import { describe, expect, it } from 'vitest';
import type { Scope, UserActor } from '../../platform/actor/actor.js';
import { Permission } from '../../platform/actor/permission.js';
import { TaskState } from './case.types.js';
import { capacityOf, concerns, mayHandle, type PlaceOfPerson } from './capacity.js';

const place: PlaceOfPerson = { units: [{ id: 'window', key: 'window' }, { id: 'hrss', key: 'hrss' }], posts: [{ key: 'intake', orgUnitId: 'hrss' }, { key: 'inspection', orgUnitId: 'police' }] };
const clerk = (scope: Scope | null, roles = ['CLERK']): UserActor => ({
  kind: 'user', id: 'lisi', name: '李四', sessionId: 's', permissions: new Map(scope === null ? [] : [[Permission.CasesHandle, scope]]), orgUnitIds: ['window', 'hrss'], postKeys: ['intake', 'inspection'], roles, mustChangePassword: false,
});
const may = (actor: UserActor, groups: string[], orgUnitId: string | null = 'hrss') => {
  const capacity = capacityOf(actor, place);
  return capacity !== null && mayHandle(capacity, { candidateGroups: groups }, { orgUnitId });
};

it('shows a case to candidates while it waits for them, and to who has worked on it', () => {
  const capacity = capacityOf(clerk('everywhere'), place)!;
  const sees = (state: TaskState, assigneeId: string | null) => concerns(capacity, { state, assigneeId, candidateGroups: ['post:intake'] }, { orgUnitId: 'hrss' });
  expect(sees(TaskState.OPEN, null)).toBe(true);
  expect(sees(TaskState.CLAIMED, 'wangwu')).toBe(true);
  expect(sees(TaskState.COMPLETED, 'wangwu')).toBe(false);
  expect(sees(TaskState.COMPLETED, 'lisi')).toBe(true);
});

describe('who may handle a task', () => {
  it('is nobody without the permission, or with a password that must be changed', () => {
    expect(may(clerk(null), ['role:clerk', 'post:intake', 'department:hrss'])).toBe(false);
    expect(may({ ...clerk('everywhere'), mustChangePassword: true }, ['role:clerk'])).toBe(false);
  });

  it('is a member of the department or of one below it', () => {
    expect(may(clerk('everywhere'), ['department:hrss'])).toBe(true);
    expect(may(clerk(new Set(['hrss', 'window'])), ['department:hrss'])).toBe(true);
    expect(may(clerk('everywhere'), ['department:police'])).toBe(false);
    expect(may(clerk(new Set(['police'])), ['department:hrss'])).toBe(false);
  });

  it('is a holder of the post where he may handle cases', () => {
    expect(may(clerk(new Set(['hrss', 'window'])), ['post:intake'])).toBe(true);
    expect(may(clerk(new Set(['hrss', 'window'])), ['post:inspection'], 'hrss')).toBe(false);
    // A post in another department is enough for its cases and for those that ask that post.
    expect(may(clerk(new Set(['police'])), ['post:inspection'], 'hrss')).toBe(true);
  });

  it('is the role in the departments of its scope', () => {
    expect(may(clerk('everywhere'), ['role:clerk'], null)).toBe(true);
    expect(may(clerk(new Set(['hrss'])), ['role:clerk'], 'hrss')).toBe(true);
    expect(may(clerk(new Set(['hrss'])), ['role:clerk'], 'police')).toBe(false);
    expect(may(clerk(new Set(['hrss'])), ['role:clerk'], null)).toBe(false);
    expect(may(clerk('everywhere', ['CLERK', 'RELEASE_MANAGER']), ['role:release-manager'])).toBe(true);
  });

  it('is the one person to whom the workflow gives it', () => {
    expect(may(clerk('everywhere'), ['user:lisi'])).toBe(true);
    expect(may(clerk('everywhere'), ['user:wangwu'])).toBe(false);
    expect(may(clerk('everywhere'), [])).toBe(false);
  });
});
