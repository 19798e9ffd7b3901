import type { Finding } from '../findings.js';
import { diffBodies } from './body-diff.js';
import type { FaqBody } from './bodies.js';
import { faqSchema } from './faq.schema.js';
import type { ConfigKind, Reference } from './kind.js';

const title = { zh: '常见问题', en: 'Frequent question' };

const refs = ({ services }: FaqBody): Reference[] => services.map((key, index) => ({ path: `/services/${index}`, kind: 'service', key, role: 'service' }));

export function lintFaq(key: string, { answer, validFrom, validTo }: FaqBody): Finding[] {
  const at = (rule: string, path: string, params: Finding['params'] = {}): Finding => ({ rule, severity: 'error', kind: 'faq', key, path, params });
  return [
    ...(answer.trim() === '' ? [at('faq-answer-missing', '/answer')] : []),
    ...(validFrom !== null && validTo !== null && validFrom >= validTo ? [at('faq-dates-inverted', '/validTo', { from: validFrom, to: validTo })] : []),
  ];
}

export const faqKind: ConfigKind<'faq'> = {
  kind: 'faq',
  title,
  schemaVersion: 1,
  schema: faqSchema,
  upcast: (body) => body,
  titleOf: (body) => body.title,
  refs,
  lint: lintFaq,
  diff: (before, after) => diffBodies(title, faqSchema, before, after),
};
