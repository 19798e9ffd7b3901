export const policyLevels = ['constitution', 'law', 'administrative-regulation', 'local-regulation', 'department-rule', 'local-rule', 'normative', 'institution'] as const;
/** 宪法, 法律, 行政法规, 地方性法规, 部门规章, 地方政府规章, 规范性文件, 单位内部规定. */
export type PolicyLevel = (typeof policyLevels)[number];

/** 立法法 (2023) art. 99–102: a smaller number prevails. Rules of ministries and of local governments are of one rank (art. 102). */
const rank: Record<PolicyLevel, number> = { constitution: 0, law: 1, 'administrative-regulation': 2, 'local-regulation': 3, 'department-rule': 4, 'local-rule': 4, normative: 5, institution: 6 };

export interface Authority {
  level: PolicyLevel;
  issuer: string;
  from: string | null;
}

/**
 * Which of two documents in force prevails where they disagree, as 立法法 (2023) has it: the higher rank (art. 99–102); of one organ
 * the newer (art. 103). `both` where a person or the organ above must decide (art. 105–106): then both are shown.
 */
export function prevailing(a: Authority, b: Authority): 'a' | 'b' | 'both' {
  // A local regulation against a ministry's rule is settled case by case by the State Council (art. 106).
  const crossing = new Set([a.level, b.level]);
  if (crossing.has('local-regulation') && crossing.has('department-rule')) return 'both';
  if (rank[a.level] !== rank[b.level]) return rank[a.level] < rank[b.level] ? 'a' : 'b';
  if (a.issuer !== '' && a.issuer === b.issuer && a.from !== null && b.from !== null && a.from !== b.from) return a.from > b.from ? 'a' : 'b';
  return 'both';
}
