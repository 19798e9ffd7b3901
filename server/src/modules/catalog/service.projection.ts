import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { rowProjection } from '../config/row-projection.service.js';
import { orgUnitByKeyLoader } from '../org/org.loaders.js';
import { ServiceRow } from './service-row.entity.js';

/** A service belongs to the department that it names. */
export const serviceProjection = rowProjection({
  kind: 'service',
  entity: ServiceRow,
  columns: ({ code, type, department, audience, themes, online, form, workflow }) => ({ code, type, department, audience, themes, online, form, workflow }),
  searchWords: (body) => [body.code, ...body.themes],
  async ownerOf(ctx, body) {
    const unit = await orgUnitByKeyLoader(ctx).load(body.department);
    if (unit) return unit.id;
    const reason = ctx.language === 'zh' ? `没有键为「${body.department}」的部门` : `there is no department with the key “${body.department}”`;
    throw new DomainError(commonErrors.INVALID_INPUT, { field: 'input.body/department', params: { reason } });
  },
});
