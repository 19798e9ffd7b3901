import { addField, emptyForm, setShowIf, updateField } from '@banshi/forms';
import { describe, expect, it } from 'vitest';
import { missingTargets } from './import/service-import.js';
import type { TriedSlot } from './service.js';
import { prefill } from './tabs/prefill.js';

const slot = (key: string, value: unknown, text = String(value)): TriedSlot => ({ slot: key, title: key, start: 0, end: 1, text, value, valid: value !== null, reason: null, field: null });

function sample() {
  let form = emptyForm('表', '一');
  form = addField(form, 'main', 0, 'resident-id', 'idNumber').form;
  form = updateField(form, 'idNumber', { slot: 'id-number' }).form;
  form = addField(form, 'main', 1, 'text', 'agent').form;
  form = updateField(form, 'agent', { slot: 'person-name' }).form;
  return addField(form, 'main', 2, 'boolean', 'hasAgent').form;
}

describe('filling a form from a sentence', () => {
  it('takes the value of each bound slot, the first where there are several, and the words where there is no value', () => {
    expect(prefill(sample(), [slot('id-number', null, '1101'), slot('id-number', '2'), slot('other', 'x')])).toEqual({ data: { idNumber: '1101' }, fields: ['idNumber'] });
  });
  it('leaves out fields that are not shown', () => {
    const form = setShowIf(sample(), 'agent', { match: 'all', conditions: [{ field: 'hasAgent', operator: 'equals', value: true }] });
    expect(prefill(form, [slot('person-name', '张三')])).toEqual({ data: {}, fields: [] });
  });
});

describe('mapping of an import', () => {
  it('needs title, type and department, from a column or as a default', () => {
    expect(missingTargets({ columns: {}, defaults: {}, departments: 'match' })).toEqual(['title', 'type', 'department']);
    expect(missingTargets({ columns: { title: 'a', department: 'b' }, defaults: { type: 'permit' }, departments: 'match' })).toEqual([]);
  });
});
