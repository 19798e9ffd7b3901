import type { ServiceBody } from '@banshi/bundle';
import type { AnswerSection, Citation, GuidePart } from '@banshi/dialog';
import type { PolicyLibrary, SearchFilter } from '../search/policy-library.js';
import { toCitation } from './citation.js';
import { guideSection, shortText } from './guide-sections.js';

export interface GuidedService {
  key: string;
  body: ServiceBody;
}

/** Who asks how a thing is done wants to know this. */
const whole: readonly GuidePart[] = ['steps', 'materials', 'time-limit'];
const maxBasis = 4;

/** What rules say where they speak of a part of a guide. */
const ruleWords: Record<GuidePart, string> = {
  conditions: '同时符合下列条件 可以申请',
  materials: '提出申请 提交下列材料',
  steps: '提出申请 受理 审核 提交下列材料',
  'time-limit': '自受理之日起 个工作日内',
  fees: '收费 工本费 免收 标准收取',
  'legal-basis': '根据 制定',
  location: '向户籍地 居住地 窗口 提出申请',
  hours: '',
  phone: '主管 经办机构 负责',
  results: '发放 证书 通知书 决定',
  summary: '',
};

/** The parts of a guide that were asked for; null where it says nothing of them. */
export function guideSections({ body }: GuidedService, parts: readonly GuidePart[], language: 'zh' | 'en'): AnswerSection[] | null {
  const wanted = parts.length === 1 && parts[0] === 'steps' ? whole : parts;
  const sections = wanted.flatMap((part) => guideSection(part, body, language) ?? []);
  return sections.length > 0 ? sections : null;
}

/** The first section that was asked for in a sentence; the sections hold the rest. */
export const guideText = (sections: readonly AnswerSection[], { body }: GuidedService, language: 'zh' | 'en') => shortText(sections[0]!, body, language);

/** The clauses behind a guide: those that its legal basis names, then those of documents about the service that speak of what was asked. What has ended is left out where something holds. */
export function basisOf(library: PolicyLibrary, { key, body }: GuidedService, parts: readonly GuidePart[], filter: SearchFilter): Citation[] {
  const named = body.guide.legalBasis.flatMap(({ policy, clause }) => (policy && clause ? library.places(policy, clause, filter) : []));
  const policies = new Set([...body.guide.legalBasis.flatMap(({ policy }) => policy ?? []), ...library.policies.filter((one) => one.body.services.includes(key)).map((one) => one.key)]);
  const words = parts.map((part) => ruleWords[part]).join(' ').trim();
  const spoken = words === '' || policies.size === 0 ? [] : library.search(words, { ...filter, policies }, 3).filter(({ score }, _, [best]) => score >= best!.score * 0.6);
  // A question about the materials is answered by the clause about materials, whichever of the two ways it was found by.
  const all = [...spoken.slice(0, 1), ...named, ...spoken.slice(1)];
  const inForce = all.filter(({ state }) => state === 'effective' || state === 'unknown');
  const places = new Map((inForce.length > 0 ? inForce : all).map((found) => [`${found.policy.key} ${found.place.id}`, found]));
  return [...places.values()].slice(0, maxBasis).map((found) => toCitation(library, found));
}
