import { describe, expect, it } from 'vitest';
import { residenceForm } from '../../../../tests/factories/residence-form.js';
import type { FormBody, JsonSchema } from '../form-body.js';
import { checkForm } from './check-form.js';
import { problemText } from './form-problem.js';

function broken(change: (form: FormBody, properties: Record<string, unknown>) => void): [code: string, path: string][] {
  const form = structuredClone(residenceForm());
  change(form, form.schema['properties'] as Record<string, unknown>);
  const problems = checkForm(form);
  for (const problem of problems) {
    for (const language of ['zh', 'en'] as const) expect(problemText(problem, language)).not.toMatch(/\{[a-z]|undefined/u);
  }
  return problems.map(({ code, path }) => [code, path]);
}
const withName = (schema: JsonSchema) => broken((_form, properties) => (properties['name'] = schema));

describe('checking a form', () => {
  it('finds nothing wrong with a good one', () => {
    expect(checkForm(residenceForm())).toEqual([]);
  });

  it.each<[string, JsonSchema, string, string]>([
    ['a remote reference', { $ref: 'https://example.com/schema.json' }, 'remote-ref', '/schema/properties/name/$ref'],
    ['a reference to nothing', { $ref: '#/$defs/ghost' }, 'unresolved-ref', '/schema/properties/name/$ref'],
    ['a reference to itself', { $ref: '#/properties/name' }, 'endless-ref', '/schema/properties/name/$ref'],
    ['look-ahead', { type: 'string', pattern: '^(?=a)b' }, 'pattern', '/schema/properties/name/pattern'],
    ['a back-reference', { type: 'string', pattern: '(a)\\1' }, 'pattern', '/schema/properties/name/pattern'],
    ['a broken pattern', { type: 'string', pattern: '(' }, 'pattern', '/schema/properties/name/pattern'],
    ['a pattern that would explode', { type: 'string', pattern: '((a{1000}){1000}){1000}' }, 'pattern', '/schema/properties/name/pattern'],
    ['an unknown format', { type: 'string', format: 'cn-passport' }, 'unknown-format', '/schema/properties/name/format'],
    ['a typing error in a keyword', { type: 'string', maxLenght: 3 }, 'unknown-keyword', '/schema/properties/name'],
    ['unevaluatedProperties', { type: 'object', unevaluatedProperties: false }, 'unknown-keyword', '/schema/properties/name'],
    ['a dynamic reference', { $dynamicRef: '#a' }, 'unknown-keyword', '/schema/properties/name'],
    ['a wrong type name', { type: 'text' }, 'schema-invalid', '/schema/properties/name/type'],
    ['a negative length', { type: 'string', minLength: -1 }, 'schema-invalid', '/schema/properties/name/minLength'],
    ['an empty list of choices', { type: 'string', enum: [] }, 'schema-invalid', '/schema/properties/name/enum'],
    ['crossed limits', { type: 'string', minLength: 5, maxLength: 4 }, 'limits-crossed', '/schema/properties/name/minLength'],
    ['a default against its own rules', { type: 'string', maxLength: 1, default: '张三' }, 'default-invalid', '/schema/properties/name/default'],
  ])('refuses %s', (_name, schema, code, path) => {
    expect(withName(schema)).toContainEqual([code, path]);
  });

  it('accepts a catastrophic pattern, because RE2 runs it in linear time', () => {
    expect(withName({ type: 'string', pattern: '^(a+)+$' })).toEqual([]);
    expect(withName({ type: 'string', pattern: '^[\\u4e00-\\u9fa5·]{2,30}$' })).toEqual([]);
    expect(withName({ type: 'string', pattern: '^\\p{Script=Han}+$' })).toEqual([]);
  });

  it('accepts recursion that goes into the data', () => {
    expect(withName({ type: 'object', properties: { child: { $ref: '#/properties/name' } } })).toEqual([]);
  });

  it.each<[string, (form: FormBody, properties: Record<string, unknown>) => void, string]>([
    ['a layout of a field that does not exist', (form) => form.layout.sections[0]!.fields.push({ field: 'ghost' }), 'layout-unknown-field'],
    ['a field placed twice', (form) => form.layout.sections[0]!.fields.push({ field: 'rent' }), 'layout-twice'],
    ['a field placed nowhere', (form) => form.layout.sections[0]!.fields.pop(), 'not-in-layout'],
    ['no section', (form) => (form.layout.sections = []), 'last-section'],
    ['two sections of one key', (form) => form.layout.sections.push({ key: 'home', title: '', fields: [] }), 'section-exists'],
    ['a section key that is none', (form) => (form.layout.sections[0]!.key = 'Person 1'), 'bad-section-key'],
    ['a Chinese field name', (_form, properties) => (properties['姓名'] = { type: 'string' }), 'bad-field-name'],
    ['a required field that does not exist', (form) => (form.schema['required'] = ['ghost']), 'required-unknown-field'],
    ['a hidden field that is always required', (form) => (form.schema['required'] = ['rent']), 'required-while-hidden'],
    ['a show-if on an unknown field', (form) => (form.schema['allOf'] = [{ if: { required: ['ghost'] }, else: { properties: { rent: false } } }]), 'show-if-unknown-field'],
    ['a field that decides about itself', (form) => (form.schema['allOf'] = [{ if: { required: ['rent'] }, else: { properties: { rent: false } } }]), 'show-if-cycle'],
    ['data that is no object', (form) => (form.schema['type'] = 'array'), 'not-object'],
    ['too many fields', (_form, properties) => Array.from({ length: 200 }, (_, i) => (properties[`f${i}`] = { type: 'string' })), 'too-many-fields'],
    ['more than 512 KB', (form) => (form.description = '长'.repeat(200_000)), 'form-too-large'],
    ['endless nesting', (_form, properties) => (properties['name'] = JSON.parse('{"not":'.repeat(500) + '{}' + '}'.repeat(500))), 'too-deep'],
  ])('refuses %s', (_name, change, code) => {
    expect(broken(change).map(([found]) => found)).toContain(code);
  });

  it('does not fall over what is no form schema at all', () => {
    for (const schema of [{}, { type: 'object', properties: 5 }, { type: 'object', properties: { a: null } }, { type: 'object', allOf: {} }, { required: 'x' }]) {
      expect(broken((form) => (form.schema = schema as JsonSchema)).length).toBeGreaterThan(0);
    }
  });
});
