export const policyLevels = ['constitution', 'law', 'administrative-regulation', 'local-regulation', 'department-rule', 'local-rule', 'normative', 'institution'] as const;
/** 宪法, 法律, 行政法规, 地方性法规, 部门规章, 地方政府规章, 规范性文件, 单位内部规定. */
export type PolicyLevel = (typeof policyLevels)[number];

/** 立法法 (2023) art. 99–102: a smaller number prevails. Rules of ministries and of local governments are of one rank (art. 102). */
const rank: Record<PolicyLevel, number> = { constitution: 0, law: 1, 'administrative-regulation': 2, 'local-regulation': 3, 'department-rule': 4, 'local-rule': 4, normative: 5, institution: 6 };

export interface Authority {
  level: PolicyLevel;
  issuer: string;
  from: string | null;
  /** Code of the division for which it holds; '' or left out for everywhere. */
  region?: string;
}

/**
 * Which of two documents in force prevails where they disagree, as 立法法 (2023) has it: the higher rank (art. 99–102); of one organ
 * the special over the general, and the newer (art. 103); a special rule is one for a part of where the other holds. `both` where a
 * person or the organ above must decide, as between a new general and an old special rule (art. 105–106): then both are shown. Nothing
 * reaches back (art. 104): who asks as of a day is told what held on it.
 */
export function prevailing(a: Authority, b: Authority): 'a' | 'b' | 'both' {
  // A local regulation against a ministry's rule is settled case by case by the State Council (art. 106).
  const crossing = new Set([a.level, b.level]);
  if (crossing.has('local-regulation') && crossing.has('department-rule')) return 'both';
  if (rank[a.level] !== rank[b.level]) return rank[a.level] < rank[b.level] ? 'a' : 'b';
  if (a.issuer === '' || a.issuer !== b.issuer) return 'both';
  const special = isPartOf(a.region, b.region) ? 'a' : isPartOf(b.region, a.region) ? 'b' : null;
  const newer = a.from === null || b.from === null || a.from === b.from ? null : a.from > b.from ? 'a' : 'b';
  if (special !== null) return newer === null || newer === special ? special : 'both';
  return newer ?? 'both';
}

/** Whether a division lies within another: 310115 within 310000. */
function isPartOf(inner = '', outer = ''): boolean {
  const stem = outer.replace(/(?:00)+$/, '');
  return inner !== outer && inner !== '' && inner.startsWith(stem);
}
