import type { ServiceBody } from '@banshi/bundle';
import { interpretPolicy, type PolicyInterpretation } from '@banshi/policies';
import type { PolicyLibrary } from './search/policy-library.js';

/** A document of a library for reading; names of services and themes count as words, and words that many documents have count little. */
export function interpretationOf(library: PolicyLibrary, key: string, services: readonly ServiceBody[]): PolicyInterpretation | null {
  const policy = library.get(key);
  if (!policy) return null;
  const find = (other: string) => {
    const found = library.get(other);
    return found && { key: other, ...found.body };
  };
  const names = [...new Set([...services.flatMap(({ title, themes }) => [title.replace(/(?:申请|申领|办理|登记|审批)$/u, ''), ...themes]), ...policy.body.themes])];
  const texts = library.policies.map(({ body }) => body.text);
  const linkedTo = (other: string) => library.policies.filter(({ body }) => body.relations.some((relation) => relation.policy === other && relation.type !== 'amends')).map((one) => one.key);
  return interpretPolicy(key, find, { linkedTo, parsed: policy.parsed, names, documents: texts.length, spread: (word) => texts.reduce((count, text) => count + Number(text.includes(word)), 0) });
}
