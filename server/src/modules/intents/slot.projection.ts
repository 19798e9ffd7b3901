import { rowProjection } from '../config/row-projection.service.js';
import { SlotRow } from './slot-row.entity.js';

export const slotProjection = rowProjection({
  kind: 'slot',
  entity: SlotRow,
  columns: ({ type, sensitive, dictionary }) => ({ type, sensitive, dictionary }),
});
