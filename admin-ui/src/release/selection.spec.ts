import { describe, expect, it } from 'vitest';
import type { Finding } from '../providers/config-item/config-item.js';
import { diffEntries } from './bundle-diff.js';
import { lossesOf, scoresOf, type ModelContent } from './model-scores.js';
import type { PlannedItem } from './release.js';
import { departmentsOf, excludeAllBut, groupByKind, obstacleOf, selectedOf, withChosen, worstByItem } from './selection.js';

const item = (kind: string, key: string, byName = '张三', department: PlannedItem['department'] = null): PlannedItem => ({ kind, key, title: key, change: 'CHANGED', sha256: 'a', published: 'b', changes: [], byName, at: '2026-01-01T00:00:00Z', department });
const social = { key: 'social', title: '社保局' };
const items = [item('intent', 'apply', '李四'), item('service', 'benefit', '张三', social), item('form', 'benefit', '张三', social), item('oddity', 'x')];

describe('choosing what to publish', () => {
  it('groups by kind as people think of a service, unknown kinds last', () => {
    expect(groupByKind(items).map(({ kind }) => kind)).toEqual(['service', 'form', 'intent', 'oddity']);
  });

  it('chooses by person and by department', () => {
    expect(selectedOf(items, excludeAllBut(items, ({ byName }) => byName === '李四')).map(({ key }) => key)).toEqual(['apply']);
    expect(departmentsOf(items)).toEqual([{ ...social, count: 2 }]);
  });

  it('leaves the rest of the choice alone when a group is left out', () => {
    const none = excludeAllBut(items, () => false);
    expect(selectedOf(items, withChosen(none, [items[0]!], true))).toEqual([items[0]]);
    expect(selectedOf(items, withChosen(new Set(), [items[0]!], false))).toHaveLength(3);
  });

  it('counts findings at their items', () => {
    const finding = (severity: Finding['severity']): Finding => ({ rule: 'r', severity, kind: 'form', key: 'benefit', title: '', path: '', element: null, message: '', mend: '' });
    expect(worstByItem([finding('ERROR'), finding('WARNING'), finding('INFO')]).get('form/benefit')).toEqual({ errors: 1, warnings: 1 });
  });

  it('says what stands in the way', () => {
    const ready = { count: 1, isChecking: false, blocking: 0, warnings: 0, note: 'n', reason: '', isGuarded: true };
    expect(obstacleOf(ready)).toBeNull();
    expect(obstacleOf({ ...ready, count: 0 })).toBe('nothing');
    expect(obstacleOf({ ...ready, blocking: 1 })).toBe('blocked');
    expect(obstacleOf({ ...ready, blocking: 1, warnings: 1, isGuarded: false })).toBeNull();
    expect(obstacleOf({ ...ready, note: '  ' })).toBe('note');
    expect(obstacleOf({ ...ready, warnings: 2 })).toBe('reason');
    expect(obstacleOf({ ...ready, warnings: 2, reason: 'r' })).toBeNull();
  });
});

describe('bundles and models compared', () => {
  it('finds added, changed and removed entries', () => {
    const before = [{ kind: 'form', key: 'a', sha256: '1' }, { kind: 'form', key: 'b', sha256: '2' }, { kind: 'form', key: 'same', sha256: '3' }];
    const after = [{ kind: 'form', key: 'a', sha256: '9' }, { kind: 'form', key: 'c', sha256: '4' }, { kind: 'form', key: 'same', sha256: '3' }];
    expect(diffEntries(before, after)).toEqual([
      { kind: 'form', key: 'a', before: '1', after: '9' },
      { kind: 'form', key: 'c', before: null, after: '4' },
      { kind: 'form', key: 'b', before: '2', after: null },
    ]);
  });

  it('compares what models measured', () => {
    const model = (accuracy: number, f1: number): ModelContent => ({ title: '', version: 1, intents: [], slots: [], metrics: { accuracy, macroF1: accuracy, slotF1: null, perIntent: [{ intent: 'apply', f1, support: 5 }] } });
    expect(scoresOf(model(0.5, 1), model(0.75, 0.5))[0]).toEqual({ name: 'accuracy', before: 0.5, after: 0.75, difference: 0.25 });
    expect(scoresOf(null, model(0.75, 1))[0]!.difference).toBeNull();
    expect(lossesOf(model(1, 1), model(1, 0.5))).toEqual([{ intent: 'apply', by: 0.5 }]);
  });
});
