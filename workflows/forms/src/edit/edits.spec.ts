import { describe, expect, it } from 'vitest';
import { residenceForm } from '../../../../tests/factories/residence-form.js';
import { checkForm } from '../check/check-form.js';
import { fieldTypeNames } from '../field-types/field-type.js';
import { fieldTypeOf, fieldTypes } from '../field-types/field-types.js';
import { optionsOf } from '../field-types/options.js';
import { fieldNames, fieldSchema, placeOf } from '../form-fields.js';
import { isRequired, setShowIf, showIfOf } from '../show-if/show-if.js';
import { addField, duplicateField, moveField, removeField, renameField } from './field-edits.js';
import { addSection, moveSection, removeSection, updateSection } from './section-edits.js';
import { columnsForm, withColumns } from './table-columns.js';
import { changeFieldType } from './change-type.js';
import { emptyForm } from './empty-form.js';
import { updateField } from './update-field.js';

const form = residenceForm();
const codes = (result: { problems: { code: string }[] }) => result.problems.map((problem) => problem.code);
const order = (body = form, section = 0) => body.layout.sections[section]!.fields.map((one) => one.field);

describe('field types', () => {
  it('recognise what they make, each only its own', () => {
    expect(fieldTypes.map((type) => type.type)).toEqual([...fieldTypeNames]);
    for (const type of fieldTypes) expect(fieldTypeOf({ ...type.newSchema(), title: '题' })?.type).toBe(type.type);
    expect(fieldTypeOf({ anyOf: [] })).toBeNull();
    expect(fieldTypeOf(false)).toBeNull();
  });

  it.each([...fieldTypeNames])('adds a sound %s field twice', (type) => {
    const first = addField(form, 'home', 0, type);
    const second = addField(first.form, 'home', 99, type);
    expect(second.problems).toEqual([]);
    expect(second.field).not.toBe(first.field);
    expect(checkForm(second.form)).toEqual([]);
  });
});

describe('editing fields', () => {
  it('never changes the form that it was given', () => {
    const before = structuredClone(form);
    addField(form, 'home', 0, 'text');
    updateField(form, 'name', { title: '新', required: false, width: 'full' });
    renameField(form, 'housing', 'home');
    removeField(form, 'rent');
    moveSection(form, 'home', 0);
    expect(form).toEqual(before);
  });

  it.each(['', '1a', 'a-b', '姓名', 'constructor', '__proto__', 'toString', 'if', 'x'.repeat(65)])('refuses the name “%s”', (name) => {
    expect(codes(addField(form, 'home', 0, 'text', name))).toEqual(['bad-field-name']);
    expect(codes(renameField(form, 'name', name))).toEqual(['bad-field-name']);
  });

  it('refuses names that are taken and places that do not exist', () => {
    expect(codes(addField(form, 'home', 0, 'text', 'name'))).toEqual(['field-exists']);
    expect(codes(addField(form, 'nowhere', 0, 'text'))).toEqual(['unknown-section']);
    expect(codes(moveField(form, 'name', 'nowhere', 0))).toEqual(['unknown-section']);
    for (const refused of [moveField(form, 'ghost', 'home', 0), removeField(form, 'ghost'), renameField(form, 'ghost', 'a'), duplicateField(form, 'ghost'), updateField(form, 'ghost', {})]) {
      expect(codes(refused)).toEqual(['unknown-field']);
      expect(refused.form).toBe(form);
    }
  });

  it('moves a field with its layout', () => {
    const { form: moved } = moveField(form, 'mobile', 'person', 0);
    expect(order(moved)).toEqual(['mobile', 'name', 'idNumber']);
    const { form: away } = moveField(form, 'mobile', 'home', 1);
    expect(order(away, 1).slice(0, 3)).toEqual(['housing', 'mobile', 'landlord']);
    expect(placeOf(away, 'mobile')!.layout.placeholder).toBe('11 位手机号');
  });

  it('refuses to remove a field that a show-if reads, and says which', () => {
    const refused = removeField(form, 'landlord');
    expect(refused.problems).toMatchObject([{ code: 'referred-by-show-if', field: 'landlord', params: { title: '月租金', reader: 'rent' } }]);
    expect(refused.form).toBe(form);
  });

  it('removes a field with everything that spoke of it', () => {
    const { form: without } = removeField(removeField(form, 'rent').form, 'landlord');
    expect(JSON.stringify(without)).not.toMatch(/landlord|rent"/u);
    expect(checkForm(without)).toEqual([]);
  });

  it('renames a field everywhere and keeps every order', () => {
    const { form: renamed } = renameField(form, 'housing', 'dwelling');
    expect(fieldNames(renamed)).toEqual(fieldNames(form).map((name) => (name === 'housing' ? 'dwelling' : name)));
    expect(showIfOf(renamed, 'landlord')?.conditions[0]?.field).toBe('dwelling');
    expect(checkForm(renamed)).toEqual([]);
    expect(renameField(renamed, 'dwelling', 'housing').form).toEqual(form);
  });

  it('does not rename the column of a table that has the same name', () => {
    const { form: renamed } = renameField(form, 'name', 'fullName');
    expect(fieldSchema(renamed, 'family')).toEqual(fieldSchema(form, 'family'));
  });

  it('duplicates a field with its rules and show-if, but not its slot', () => {
    const landlord = duplicateField(form, 'landlord');
    expect(landlord.field).toBe('landlord2');
    expect(showIfOf(landlord.form, 'landlord2')).toEqual(showIfOf(form, 'landlord'));
    expect(isRequired(landlord.form, 'landlord2')).toBe(true);
    expect(order(landlord.form, 1).slice(1, 3)).toEqual(['landlord', 'landlord2']);
    expect(checkForm(landlord.form)).toEqual([]);
    expect(fieldSchema(duplicateField(form, 'idNumber').form, 'idNumber2')).not.toHaveProperty('x-slot');
  });

  it('updates schema, layout and required together; null removes', () => {
    const { form: updated } = updateField(form, 'mobile', { title: '联系手机', required: true, slot: 'mobile', placeholder: null, width: 'full', sensitive: false });
    expect(fieldSchema(updated, 'mobile')).toEqual({ type: 'string', title: '联系手机', format: 'cn-mobile', 'x-slot': 'mobile' });
    expect(placeOf(updated, 'mobile')!.layout).toEqual({ field: 'mobile', width: 'full' });
    expect(isRequired(updated, 'mobile')).toBe(true);
  });

  it('keeps a false default and a zero limit', () => {
    const { form: updated } = updateField(form, 'rent', { default: 0, minimum: 0 });
    expect(fieldSchema(updated, 'rent')).toMatchObject({ default: 0, minimum: 0 });
    const { form: yes, field } = addField(form, 'home', 0, 'boolean');
    expect(fieldSchema(updateField(yes, field!, { default: false }).form, field!)).toMatchObject({ default: false });
  });

  it('exchanges options and dictionary, also for several choices', () => {
    const { form: many, field } = addField(form, 'home', 0, 'multi-choice', 'tags');
    const { form: listed } = updateField(many, field!, { options: [{ value: 'a', title: '甲' }, { value: '乙', title: '乙' }] });
    expect(optionsOf(fieldSchema(listed, 'tags')!)).toEqual([{ value: 'a', title: '甲' }, { value: '乙', title: '乙' }]);
    const { form: linked } = updateField(listed, 'tags', { dictionary: 'tags' });
    expect(fieldSchema(linked, 'tags')!['items']).toEqual({ type: 'string', 'x-dictionary': 'tags' });
    expect(fieldTypeOf(fieldSchema(linked, 'tags'))?.type).toBe('multi-choice');
    expect(codes(updateField(form, 'name', { dictionary: 'x' }))).toEqual(['not-a-choice']);
  });

  it('updates a field that only a branch declares, where it is declared', () => {
    const imported = structuredClone(form);
    (imported.schema['allOf'] as unknown[]).push({ if: { required: ['name'] }, then: { properties: { unit: { type: 'string' } } } });
    const { form: updated } = updateField(imported, 'unit', { title: '单位' });
    expect(updated.schema['properties']).not.toHaveProperty('unit');
    expect(fieldSchema(updated, 'unit')).toEqual({ type: 'string', title: '单位' });
  });
});

describe('a new form', () => {
  it('is sound and takes its first field', () => {
    const empty = emptyForm('新表单', '基本信息');
    expect(checkForm(empty)).toEqual([]);
    expect(checkForm(addField(empty, 'main', 0, 'mobile').form)).toEqual([]);
  });
});

describe('changing a type', () => {
  it.each([...fieldTypeNames])('to %s keeps the words, the slot and the show-if', (type) => {
    const { form: changed } = changeFieldType(form, 'landlord', type);
    expect(fieldTypeOf(fieldSchema(changed, 'landlord'))?.type).toBe(type);
    expect(fieldSchema(changed, 'landlord')).toMatchObject({ title: '房东姓名' });
    expect(showIfOf(changed, 'landlord')).toEqual(showIfOf(form, 'landlord'));
    expect(checkForm(changed)).toEqual([]);
  });

  it('drops the rules and the widget of the old type', () => {
    const { form: changed } = changeFieldType(form, 'housing', 'text');
    expect(fieldSchema(changed, 'housing')).toEqual({ type: 'string', maxLength: 200, title: '住房情况' });
    expect(placeOf(changed, 'housing')!.layout).toEqual({ field: 'housing' });
    expect(codes(changeFieldType(form, 'ghost', 'text'))).toEqual(['unknown-field']);
  });
});

describe('editing a table', () => {
  it('edits its columns as a form', () => {
    const columns = columnsForm(form, 'family')!;
    const added = addField(columns, 'columns', 0, 'mobile').form;
    const shown = setShowIf(added, 'mobile', { match: 'all', conditions: [{ field: 'name', operator: 'filled' }] });
    const changed = withColumns(form, 'family', shown);
    expect(Object.keys((fieldSchema(changed, 'family')!['items'] as { properties: object }).properties)).toEqual(['mobile', 'name', 'idNumber']);
    expect(checkForm(changed)).toEqual([]);
    expect(columnsForm(form, 'name')).toBeNull();
  });
});

describe('editing sections', () => {
  it('adds, moves and renames', () => {
    const { form: added, section } = addSection(form, 0, '须知');
    expect(section).toBe('section');
    const { form: moved } = moveSection(added, 'section', 9);
    expect(moved.layout.sections.map((one) => one.key)).toEqual(['person', 'home', 'section']);
    const { form: titled } = updateSection(moved, 'section', { title: '声明', description: '请如实填写' });
    expect(titled.layout.sections[2]).toMatchObject({ key: 'section', title: '声明', description: '请如实填写' });
    expect(updateSection(titled, 'section', { description: '' }).form.layout.sections[2]).not.toHaveProperty('description');
  });

  it('removes only an empty section that is not the last', () => {
    expect(codes(removeSection(form, 'home'))).toEqual(['section-not-empty']);
    expect(codes(removeSection(form, 'ghost'))).toEqual(['unknown-section']);
    const { form: added } = addSection(form, 9, '须知', 'notice');
    expect(removeSection(added, 'notice').form).toEqual(form);
    const empty = { ...form, layout: { sections: [{ key: 'only', title: '', fields: [] }] } };
    expect(codes(removeSection(empty, 'only'))).toEqual(['last-section']);
  });

  it('refuses keys that are taken or unusable', () => {
    expect(codes(addSection(form, 0, '', 'home'))).toEqual(['section-exists']);
    expect(codes(addSection(form, 0, '', 'Bad Key'))).toEqual(['bad-section-key']);
  });
});
