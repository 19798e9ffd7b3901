import { findCycles } from '../find-cycles.js';
import type { BundleView } from '../view.js';
import { finding, type ContractRule } from './rule.js';

/** A citizen who is led to a policy that has ended is led on to what replaced it; here that way breaks off or goes round. */
export const policySuccessorUnresolved: ContractRule = {
  id: 'policy-successor-unresolved',
  severity: 'warning',
  kinds: ['policy'],
  title: { zh: '被替代的政策文件找得到替代它的文件', en: 'What replaces a policy is found' },
  check: (view) => [
    ...view.keys('policy').flatMap((key) =>
      (view.get('policy', key)?.relations ?? []).flatMap(({ type, policy, title }, index) =>
        type === 'replaced-by' && policy === null ? [finding(policySuccessorUnresolved, { kind: 'policy', key, path: `/relations/${index}/policy` }, { title, cycle: '' })] : [],
      ),
    ),
    ...findCycles(view.keys('policy'), (key) => successorOf(view, key)).map((cycle) => {
      const key = cycle[0]!;
      const index = view.get('policy', key)!.relations.findIndex(({ type }) => type === 'replaced-by');
      return finding(policySuccessorUnresolved, { kind: 'policy', key, path: `/relations/${index}/policy` }, { title: '', cycle: [...cycle, key].join(' → ') });
    }),
  ],
};

const successorOf = (view: BundleView, key: string): string | null => view.get('policy', key)?.relations.find(({ type, policy }) => type === 'replaced-by' && policy !== null)?.policy ?? null;
