import { rowProjection } from '../config/row-projection.service.js';
import { FaqRow } from './faq-row.entity.js';

export const faqProjection = rowProjection({
  kind: 'faq',
  entity: FaqRow,
  columns: ({ services, themes, validFrom, validTo, similar }) => ({ services, themes, validFrom, validTo, wordingCount: similar.length + 1 }),
  searchWords: ({ similar, themes }) => [...similar.slice(0, 20), ...themes],
});
