import { finding, type ContractRule } from './rule.js';

/** Two entries with one question would answer it by chance. */
export const faqDuplicate: ContractRule = {
  id: 'faq-duplicate',
  severity: 'warning',
  kinds: ['faq'],
  title: { zh: '常见问题不重复', en: 'No frequent question is asked twice' },
  check(view) {
    const first = new Map<string, string>();
    return view.keys('faq').flatMap((key) => {
      const body = view.get('faq', key);
      if (!body) return [];
      return [body.title, ...body.similar].flatMap((question, index) => {
        const plain = question.normalize('NFKC').replace(/[\p{P}\s]/gu, '').toLowerCase();
        const other = first.get(plain);
        first.set(plain, other ?? key);
        return other === undefined || other === key ? [] : [finding(faqDuplicate, { kind: 'faq', key, path: index === 0 ? '/title' : `/similar/${index - 1}` }, { question, other })];
      });
    });
  },
};
