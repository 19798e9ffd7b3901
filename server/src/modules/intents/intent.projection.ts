import { rowProjection } from '../config/row-projection.service.js';
import { IntentRow } from './intent-row.entity.js';

export const intentProjection = rowProjection({
  kind: 'intent',
  entity: IntentRow,
  columns: ({ role, service, parent }) => ({ role, service, parent }),
});
