import { fieldNames, fieldTitle } from '@banshi/forms';
import { rowProjection } from '../config/row-projection.service.js';
import { FormRow } from './form-row.entity.js';

export const formProjection = rowProjection({
  kind: 'form',
  entity: FormRow,
  columns: (body) => ({ fieldCount: fieldNames(body).length }),
  searchWords: (body) => fieldNames(body).map((field) => fieldTitle(body, field)),
});
