import { DomainError } from '../../platform/errors/domain-error.js';
import { casesErrors } from './cases.errors.js';

/** PostgreSQL keeps neither U+0000 nor half of a surrogate pair. */
const unstorable = /[\0\p{Surrogate}]/u;

/** Whether every text and name inside can be kept as jsonb. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !unstorable.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => !unstorable.test(name) && isStorable(inner));
}

/** The trimmed text; null where nothing was written. Throws TEXT_NOT_ALLOWED. */
export function shortText(text: string | null | undefined, field: string, limit = 2_000): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > limit || unstorable.test(trimmed)) throw new DomainError(casesErrors.TEXT_NOT_ALLOWED, { field, params: { limit } });
  return trimmed === '' ? null : trimmed;
}
