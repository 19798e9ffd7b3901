import { policyLevels, validityStates } from '@banshi/policies';
import { chinaDate, isoDate } from '@banshi/values';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { holdsIn } from '../knowledge/knowledge.service.js';
import { hallErrors } from './hall.errors.js';
import type { PolicyCard } from './policy-pages.js';

const maxQuestion = 500;
const maxSize = 50;

/** Parameters of the calls about policies. Throws INVALID_INPUT that names the parameter. */
export function readPolicyQuery(raw: Record<string, unknown>) {
  const text = (name: string, isRight: (value: string) => boolean, expected: string) => {
    const value = raw[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string' || !isRight(value)) throw new DomainError(commonErrors.INVALID_INPUT, { field: name, params: { reason: `${name}: ${expected}` } });
    return value;
  };
  const number = (name: string, fallback: number, max: number) => Number(text(name, (value) => /^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= max, `1–${max}`) ?? fallback);
  if (typeof raw['q'] === 'string' && raw['q'].length > maxQuestion) throw new DomainError(hallErrors.TEXT_TOO_LONG, { field: 'q', params: { limit: maxQuestion } });
  const q = text('q', () => true, 'text');
  const level = text('level', (value) => (policyLevels as readonly string[]).includes(value), policyLevels.join(' | '));
  const region = text('region', (value) => /^\d{6}$/.test(value), 'six digits');
  const theme = text('theme', (value) => value.length <= 50, 'a theme');
  const validity = text('validity', (value) => value === 'any' || (validityStates as readonly string[]).includes(value), ['any', ...validityStates].join(' | '));
  const on = text('on', isDay, 'YYYY-MM-DD') ?? isoDate(chinaDate(new Date()));
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const passes = (card: PolicyCard) =>
    (level === undefined || card.level === level) &&
    holdsIn(card.region, region) &&
    (theme === undefined || card.themes.includes(theme)) &&
    (validity === undefined || validity === 'any' || card.state === validity) &&
    words.every((word) => `${card.title} ${card.issuer} ${card.number}`.toLowerCase().includes(word));
  return { q, region, validity, on, page: number('page', 1, 100_000), size: number('size', 20, maxSize), passes };
}

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
