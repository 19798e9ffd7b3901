import { describe, expect, it } from 'vitest';
import { residenceData, residenceForm } from '../../../../tests/factories/residence-form.js';
import { applyStep, redact } from './apply-step.js';
import type { StepAccess } from './step-access.js';

const form = residenceForm();
const step: StepAccess = { access: { remark: 'edit', housing: 'edit', idNumber: 'hidden' }, default: 'read' };

describe('applying what a step submitted', () => {
  it('takes what may be edited and leaves the rest', () => {
    const { data, errors } = applyStep(form, residenceData(), { remark: '已核对' }, step);
    expect(errors).toEqual([]);
    expect(data).toEqual({ ...residenceData(), remark: '已核对' });
  });

  it('lets a readable field come back unchanged', () => {
    expect(applyStep(form, residenceData(), { name: '张三', remark: '好' }, step).errors).toEqual([]);
  });

  it('refuses a change of a readable field and changes nothing', () => {
    const before = residenceData();
    const { data, errors } = applyStep(form, before, { name: '李四', remark: '好' }, step);
    expect(errors).toMatchObject([{ path: '/name', field: 'name', code: 'not-editable', message: '姓名：这一步不能修改此项' }]);
    expect(data).toBe(before);
  });

  it('refuses any value of a hidden field, so that a guess reveals nothing', () => {
    const before = residenceData();
    for (const idNumber of [before['idNumber'], '110101198001011234', '', null]) {
      expect(applyStep(form, before, { idNumber }, step).errors).toMatchObject([{ field: 'idNumber', code: 'not-editable' }]);
    }
  });

  it('refuses fields that the form does not have, whatever their name', () => {
    expect(applyStep(form, {}, { approved: true }, step).errors).toMatchObject([{ path: '/approved', code: 'unknown-field' }]);
    expect(applyStep(form, {}, { toString: 1 }, { access: {}, default: 'edit' }).errors).toMatchObject([{ code: 'unknown-field' }]);
    expect(applyStep(form, {}, JSON.parse('{"__proto__":{}}'), step).errors).toMatchObject([{ code: 'forbidden-key' }]);
    expect(applyStep(form, {}, [], step).errors).toMatchObject([{ code: 'type' }]);
  });

  it('clears a field by an empty text or null and drops what that hides', () => {
    const before = { ...residenceData(), housing: 'rented', landlord: '王五', rent: 100_000, remark: '旧' };
    const { data } = applyStep(form, before, { housing: 'owned', remark: null }, step);
    expect(data).toEqual({ ...residenceData(), housing: 'owned' });
  });

  it('never returns hidden fields', () => {
    expect(redact(residenceData(), step)).toEqual({ name: '张三', mobile: '13800138000', housing: 'owned' });
    expect(redact({ a: 1 }, { access: {}, default: 'hidden' })).toEqual({});
  });
});
