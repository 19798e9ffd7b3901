import { rowProjection } from '../config/row-projection.service.js';
import { ProfileRow } from './profile-row.entity.js';

export const profileProjection = rowProjection({
  kind: 'profile',
  entity: ProfileRow,
  columns: ({ fields }) => ({ fieldCount: fields.length }),
  searchWords: ({ fields }) => fields.flatMap(({ name, title }) => [name, title]),
});
