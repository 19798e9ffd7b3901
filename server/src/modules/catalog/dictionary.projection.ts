import { rowProjection } from '../config/row-projection.service.js';
import { DictionaryRow } from './dictionary-row.entity.js';

export const dictionaryProjection = rowProjection({
  kind: 'dictionary',
  entity: DictionaryRow,
  columns: (body) => ({ entryCount: body.entries.length }),
});
