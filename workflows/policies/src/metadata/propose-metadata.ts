import type { PolicyLevel } from '../level.js';
import { linesOf } from '../lines.js';
import type { ParsedPolicy } from '../policy.types.js';
import { datesOfPolicy } from './dates-of-policy.js';
import { documentNumber, originOf } from './issuer.js';
import { relationsOfPolicy, type ProposedRelation } from './relations-of-policy.js';
import { themesOf } from './themes.js';

/** What a text says about itself. Everything is a proposal: a person looks at it before it counts. */
export interface PolicyProposals {
  title: string;
  issuer: string;
  level: PolicyLevel;
  number: string;
  region: string;
  issuedOn: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  themes: string[];
  relations: ProposedRelation[];
}

const maxHead = 4_000;

/** `fallbackTitle` stands in where the text has no line that reads like a title (the name of its file). */
export function proposeMetadata(parsed: ParsedPolicy, fallbackTitle = ''): PolicyProposals {
  const head = parsed.text.slice(0, Math.min(parsed.bodyStart, maxHead));
  const [first] = linesOf(parsed.text.slice(0, 500));
  const isTitle = first !== undefined && first.text.length <= 100 && !/[。；]$/.test(first.text) && first.start < Math.max(parsed.bodyStart, 1);
  const title = (isTitle ? first.text : fallbackTitle).replace(/\s+/g, '').slice(0, 200) || fallbackTitle;
  return { title, ...originOf(title.replace(/^中华人民共和国/, ''), head), number: documentNumber(head), ...datesOfPolicy(parsed), themes: themesOf(title, parsed.text), relations: relationsOfPolicy(parsed) };
}
