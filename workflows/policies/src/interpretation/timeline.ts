import { type ClauseChange, diffPolicies } from '../diff-policies.js';
import { parsePolicy } from '../parse-policy.js';
import type { ParsedPolicy } from '../policy.types.js';

/** What of a document its place in time depends on. */
export interface TimedPolicy {
  key: string;
  title: string;
  issuedOn: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  relations: readonly { type: 'repeals' | 'amends' | 'replaced-by'; title: string; policy: string | null; date: string | null }[];
  text: string;
}

export interface TimelineEntry {
  /** Null where the hall does not have the document. */
  key: string | null;
  title: string;
  issuedOn: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  isThis: boolean;
  /** What this version changed of the one before it, where both are there. */
  changes: ClauseChange[] | null;
}

/** Longest chain that is followed; more would be a circle or a mistake. */
const maxVersions = 30;

/** The documents that one followed upon and was followed by, the oldest first, each with what it changed. `linkedTo` names those whose relations lead to a document. */
export function timelineOf(key: string, find: (key: string) => TimedPolicy | null, linkedTo: (key: string) => readonly string[] = () => []): TimelineEntry[] {
  const own = find(key);
  if (!own) return [];
  const seen = new Map<string, TimedPolicy>([[key, own]]);
  const strangers: TimelineEntry[] = [];
  const queue = [own];
  while (queue.length > 0 && seen.size < maxVersions) {
    const { key: current, relations } = queue.shift()!;
    for (const other of [...relations.flatMap(({ policy }) => policy ?? []), ...linkedTo(current)]) {
      const found = seen.has(other) ? null : find(other);
      if (!found) continue;
      seen.set(other, found);
      queue.push(found);
    }
    for (const { type, title, policy, date } of relations) {
      if (type === 'repeals' && (policy === null || !find(policy))) strangers.push({ key: null, title, issuedOn: null, effectiveFrom: null, effectiveTo: date, isThis: false, changes: null });
    }
  }
  const versions = [...seen.values()].sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || (a.key < b.key ? -1 : 1));
  const parsed = new Map<string, ParsedPolicy>();
  const read = (policy: TimedPolicy) => parsed.get(policy.key) ?? parsed.set(policy.key, parsePolicy(policy.text)).get(policy.key)!;
  const entries = versions.map((policy, at): TimelineEntry => {
    const before = at > 0 ? versions[at - 1]! : null;
    const { title, issuedOn, effectiveFrom, effectiveTo } = policy;
    return { key: policy.key, title, issuedOn, effectiveFrom, effectiveTo, isThis: policy.key === key, changes: before ? diffPolicies(read(before), read(policy)) : null };
  });
  return [...strangers, ...entries];
}

const dayOf = ({ effectiveFrom, issuedOn }: TimedPolicy) => effectiveFrom ?? issuedOn ?? '';
