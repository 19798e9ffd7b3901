import { describe, expect, it } from 'vitest';
import { residenceData, residenceForm } from '../../../../tests/factories/residence-form.js';
import type { FormBody, JsonSchema } from '../form-body.js';
import { checkForm } from '../check/check-form.js';
import type { ShowIf } from './condition.js';
import { readShowIf, writeShowIf } from './condition.js';
import { hasShowIf, isRequired, setRequired, setShowIf, showIfOf } from './show-if.js';
import { pruneHidden, requiredFields, visibleFields } from './visibility.js';

const form = withTags(residenceForm());
function withTags(form: FormBody): FormBody {
  (form.schema['properties'] as JsonSchema)['tags'] = { type: 'array', title: '情况', uniqueItems: true, items: { type: 'string', enum: ['student', 'other'] } };
  form.layout.sections[0]!.fields.push({ field: 'tags' });
  return form;
}
const one = (condition: ShowIf['conditions'][number]): ShowIf => ({ match: 'all', conditions: [condition] });
const shownWith = (condition: ShowIf['conditions'][number], data: Record<string, unknown>) => visibleFields(setShowIf(form, 'remark', one(condition)), data).includes('remark');

describe('show-if', () => {
  it.each<ShowIf>([
    one({ field: 'housing', operator: 'equals', value: 'rented' }),
    one({ field: 'housing', operator: 'notEquals', value: 'rented' }),
    one({ field: 'housing', operator: 'in', value: ['rented', 'owned'] }),
    one({ field: 'rent', operator: 'greater', value: 100 }),
    one({ field: 'rent', operator: 'less', value: 100 }),
    one({ field: 'rent', operator: 'filled' }),
    one({ field: 'tags', operator: 'contains', value: 'other' }),
    { match: 'all', conditions: [{ field: 'housing', operator: 'equals', value: 'rented' }, { field: 'rent', operator: 'filled' }] },
    { match: 'any', conditions: [{ field: 'housing', operator: 'notEquals', value: 'owned' }, { field: 'rent', operator: 'greater', value: 1 }] },
  ])('reads back what it wrote: %j', (showIf) => {
    expect(readShowIf(writeShowIf(showIf))).toEqual(showIf);
    const changed = setShowIf(form, 'remark', showIf);
    expect(showIfOf(changed, 'remark')).toEqual(showIf);
    expect(checkForm(changed)).toEqual([]);
    expect(setShowIf(changed, 'remark', null)).toEqual(form);
  });

  it.each([
    ['equals', { field: 'housing', operator: 'equals', value: 'rented' }, { housing: 'rented' }, { housing: 'owned' }],
    ['an empty field is not equal', { field: 'housing', operator: 'notEquals', value: 'rented' }, {}, { housing: 'rented' }],
    ['in', { field: 'housing', operator: 'in', value: ['owned', 'rented'] }, { housing: 'owned' }, { housing: 'dormitory' }],
    ['filled', { field: 'mobile', operator: 'filled' }, { mobile: '1' }, { mobile: '' }],
    ['contains', { field: 'tags', operator: 'contains', value: 'other' }, { tags: ['student', 'other'] }, { tags: 'other' }],
    ['filled by a list', { field: 'family', operator: 'filled' }, { family: [{}] }, { family: [] }],
  ] as [string, ShowIf['conditions'][number], Record<string, unknown>, Record<string, unknown>][])('shows by %s', (_name, condition, shows, hides) => {
    expect(shownWith(condition, shows)).toBe(true);
    expect(shownWith(condition, hides)).toBe(false);
  });

  it('compares numbers only, never text', () => {
    const paid = setShowIf(form, 'rent', null);
    const showIf = one({ field: 'rent', operator: 'greater', value: 100 });
    const shown = (rent: unknown) => visibleFields(setShowIf(paid, 'remark', showIf), { rent }).includes('remark');
    expect([shown(101), shown(100), shown('101'), shown(undefined)]).toEqual([true, false, false, false]);
  });

  it('requires a required field only while it is shown', () => {
    const changed = setShowIf(setRequired(form, 'remark', true), 'remark', one({ field: 'housing', operator: 'equals', value: 'owned' }));
    expect(isRequired(changed, 'remark')).toBe(true);
    expect(changed.schema['required']).not.toContain('remark');
    expect(requiredFields(changed, { housing: 'owned' })).toContain('remark');
    expect(requiredFields(changed, { housing: 'rented' })).not.toContain('remark');
    expect(setShowIf(changed, 'remark', null).schema['required']).toContain('remark');
  });

  it('leaves a hand-written condition to the code tab', () => {
    const changed = structuredClone(form);
    (changed.schema['allOf'] as Record<string, unknown>[])[0]!['if'] = { properties: { housing: { pattern: '^r' } } };
    expect(hasShowIf(changed, 'landlord')).toBe(true);
    expect(showIfOf(changed, 'landlord')).toBeNull();
  });
});

describe('a condition that can never hold', () => {
  it.each<ShowIf['conditions'][number]>([
    { field: 'housing', operator: 'equals', value: 'tent' },
    { field: 'housing', operator: 'in', value: ['tent', 'cave'] },
    { field: 'housing', operator: 'greater', value: 3 },
    { field: 'rent', operator: 'equals', value: '100' },
    { field: 'tags', operator: 'equals', value: 'other' },
    { field: 'tags', operator: 'contains', value: 'ghost' },
    { field: 'housing', operator: 'contains', value: 'owned' },
  ])('is reported: %j', (condition) => {
    expect(checkForm(setShowIf(form, 'remark', one(condition)))).toMatchObject([{ code: 'show-if-never', field: 'remark' }]);
  });

  it('is none that holds for a part of its values', () => {
    expect(checkForm(setShowIf(form, 'remark', one({ field: 'housing', operator: 'in', value: ['tent', 'owned'] })))).toEqual([]);
  });
});

describe('visible fields', () => {
  it('follow the layout and the data', () => {
    expect(visibleFields(form, residenceData())).toEqual(['name', 'idNumber', 'mobile', 'tags', 'housing', 'since', 'family', 'remark']);
    expect(visibleFields(form, { ...residenceData(), housing: 'rented' })).toContain('landlord');
    expect(requiredFields(form, { housing: 'rented' })).toEqual(['name', 'idNumber', 'housing', 'landlord']);
  });

  it('drop stale values through a chain of conditions', () => {
    const filled = { ...residenceData(), housing: 'rented', landlord: '王五', rent: 100 };
    expect(pruneHidden(form, filled)).toEqual(filled);
    expect(pruneHidden(form, { ...filled, housing: 'owned' })).toEqual({ ...residenceData(), housing: 'owned' });
  });

  it('keep a value that is shown again once the field that hid it is dropped', () => {
    const chained = setShowIf(form, 'remark', one({ field: 'landlord', operator: 'notEquals', value: '王五' }));
    const stale = { ...residenceData(), housing: 'owned', landlord: '王五', remark: '留下' };
    expect(pruneHidden(chained, stale)).toEqual({ ...residenceData(), housing: 'owned', remark: '留下' });
  });

  it('end when conditions go in a circle', () => {
    const circle = setShowIf(setShowIf(form, 'since', one({ field: 'remark', operator: 'filled' })), 'remark', one({ field: 'since', operator: 'filled' }));
    expect(pruneHidden(circle, { since: '2026-01-01', remark: '一' })).toEqual({ since: '2026-01-01', remark: '一' });
    expect(pruneHidden(circle, { since: '2026-01-01' })).toEqual({});
    expect(checkForm(circle).map((problem) => problem.code)).toEqual(['show-if-cycle', 'show-if-cycle']);
  });

  it('know a field that only a branch declares', () => {
    const imported = structuredClone(form);
    imported.schema['if'] = { properties: { housing: { const: 'dormitory' } }, required: ['housing'] };
    imported.schema['then'] = { properties: { unit: { type: 'string', title: '单位' } }, required: ['unit'] };
    expect(visibleFields(imported, { housing: 'owned' })).not.toContain('unit');
    expect(requiredFields(imported, { housing: 'dormitory' })).toContain('unit');
    expect(pruneHidden(imported, { housing: 'owned', unit: '厂' })).toEqual({ housing: 'owned' });
  });
});
