import { parsePolicy } from '@banshi/policies';
import { rowProjection } from '../config/row-projection.service.js';
import { PolicyRow } from './policy-row.entity.js';

export const policyProjection = rowProjection({
  kind: 'policy',
  entity: PolicyRow,
  columns: ({ issuer, level, number, region, effectiveFrom, effectiveTo, themes, text }) => ({ issuer, level, number, region, effectiveFrom, effectiveTo, themes, clauseCount: parsePolicy(text).clauses.length }),
  searchWords: (body) => [body.issuer, body.number, ...body.themes],
});
