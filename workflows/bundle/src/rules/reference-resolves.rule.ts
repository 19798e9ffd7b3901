import { refsOf } from '../kinds/config-kinds.js';
import { kindNames } from '../kinds/bodies.js';
import { finding, type ContractRule } from './rule.js';

export const referenceResolves: ContractRule = {
  id: 'reference-resolves',
  severity: 'error',
  kinds: kindNames,
  title: { zh: '引用的内容都在发布包内', en: 'Every reference resolves inside the bundle' },
  check: (view) =>
    view.entries.flatMap(({ kind, key }) => {
      const body = view.get(kind, key);
      if (!body) return [];
      return refsOf(kind, body)
        .filter((ref) => view.get(ref.kind, ref.key) === null)
        .map((ref) => {
          const place = { kind, key, path: ref.path, ...(ref.element === undefined ? {} : { element: ref.element }) };
          return finding(referenceResolves, place, { toKind: ref.kind, toKey: ref.key });
        });
    }),
};
