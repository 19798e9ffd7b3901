import { findCycles } from '../find-cycles.js';
import { finding, titleIn, type ContractRule } from './rule.js';

export const intentParentCycle: ContractRule = {
  id: 'intent-parent-cycle',
  severity: 'error',
  kinds: ['intent'],
  title: { zh: '意图的上级不成环', en: 'The intent tree has no cycle' },
  check: (view) =>
    findCycles(view.keys('intent'), (key) => view.get('intent', key)?.parent ?? null).map((cycle) =>
      finding(intentParentCycle, { kind: 'intent', key: cycle[0]!, path: '/parent' }, { cycle: [...cycle, cycle[0]!].map((key) => `“${titleIn(view, 'intent', key)}” ${key}`).join(' → ') }),
    ),
};
