import type { Finding } from '../findings.js';
import { findCycles } from '../find-cycles.js';
import type { DictionaryBody } from './bodies.js';

export function lintDictionary(key: string, body: DictionaryBody): Finding[] {
  const at = (rule: string, path: string, params: Finding['params']): Finding => ({ rule, severity: 'error', kind: 'dictionary', key, path, params });
  const findings: Finding[] = [];
  const indexes = new Map<string, number>();
  for (const [index, { code }] of body.entries.entries()) {
    const first = indexes.get(code);
    if (first === undefined) indexes.set(code, index);
    else findings.push(at('dictionary-duplicate-code', `/entries/${index}/code`, { code, first: first + 1, index: index + 1 }));
  }
  for (const [index, { code, parent }] of body.entries.entries()) {
    if (parent !== undefined && !indexes.has(parent)) findings.push(at('dictionary-parent-unknown', `/entries/${index}/parent`, { code, parent }));
  }
  const parentOf = (code: string) => body.entries[indexes.get(code) ?? -1]?.parent ?? null;
  for (const cycle of findCycles([...indexes.keys()], parentOf)) {
    findings.push(at('dictionary-parent-cycle', `/entries/${indexes.get(cycle[0]!)}/parent`, { code: cycle[0]!, cycle: [...cycle, cycle[0]!].join(' → ') }));
  }
  return findings;
}
