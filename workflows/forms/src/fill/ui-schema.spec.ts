import { expect, it } from 'vitest';
import { residenceForm } from '../../../../tests/factories/residence-form.js';
import { dictionaryReferences, sensitiveFields, slotReferences } from '../form-references.js';
import { toUiSchema } from './ui-schema.js';

const form = residenceForm();

it('lays out every field with its type, help and choices', () => {
  const ui = toUiSchema(form);
  expect(ui['ui:order']).toEqual(['name', 'idNumber', 'mobile', 'housing', 'landlord', 'rent', 'since', 'family', 'remark', '*']);
  expect(ui['idNumber']).toEqual({ 'ui:options': { fieldType: 'resident-id', width: 'half' }, 'ui:help': '身份证上的 18 位号码' });
  expect(ui['housing']).toMatchObject({ 'ui:widget': 'radio', 'ui:enumNames': ['自有', '租住', '宿舍'] });
  expect(ui['family']).toMatchObject({ 'ui:options': { fieldType: 'table', width: 'full' } });
});

it('marks what a step may not edit or see', () => {
  const ui = toUiSchema(form, { access: { name: 'edit', idNumber: 'hidden' }, default: 'read' });
  expect(ui['name']).not.toHaveProperty('ui:readonly');
  expect(ui['idNumber']).toMatchObject({ 'ui:widget': 'hidden' });
  expect(ui['mobile']).toMatchObject({ 'ui:readonly': true });
});

it('says what the form refers to, with the place of each annotation', () => {
  expect(slotReferences(form)).toEqual([{ field: 'idNumber', key: 'resident-id', path: '/schema/properties/idNumber/x-slot' }]);
  expect(dictionaryReferences(form)).toEqual([]);
  expect(sensitiveFields(form)).toEqual(['idNumber', 'mobile']);
});
