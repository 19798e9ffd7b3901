import type { PolicyBody } from '@banshi/bundle';
import { parsePolicy, proposeMetadata } from '@banshi/policies';

/** The policy that a text becomes: what an administrator has written stays, what is empty is filled from the text. */
export function policyOf(text: string, fileName: string, before: PolicyBody | null): { body: PolicyBody; clauses: number; relations: number } {
  const parsed = parsePolicy(text);
  const stem = fileName.replace(/\.[a-z]{2,5}$/i, '').slice(0, 200);
  const { relations, ...found } = proposeMetadata(parsed, stem);
  const title = before?.title ?? (found.title || stem || '未命名文件');
  const proposed = { issuer: found.issuer.slice(0, 200), level: found.level, number: found.number.slice(0, 100), region: found.region, issuedOn: found.issuedOn, effectiveFrom: found.effectiveFrom, effectiveTo: later(found.effectiveFrom, found.effectiveTo), themes: found.themes };
  const articles = new Set(parsed.units.map(({ id }) => id));
  const body: PolicyBody = before
    ? { ...before, text, issuer: before.issuer || proposed.issuer, number: before.number || proposed.number, issuedOn: before.issuedOn ?? proposed.issuedOn, effectiveFrom: before.effectiveFrom ?? proposed.effectiveFrom, effectiveTo: before.effectiveTo ?? proposed.effectiveTo, themes: before.themes.length > 0 ? before.themes : proposed.themes, clauseValidity: before.clauseValidity.filter(({ clause }) => articles.has(clause)) }
    : { title, ...proposed, services: [], relations: [], clauseValidity: [], source: fileName.slice(0, 1_000), text };
  return { body, clauses: parsed.clauses.length, relations: relations.length };
}

const later = (from: string | null, to: string | null) => (from !== null && to !== null && to <= from ? null : to);
