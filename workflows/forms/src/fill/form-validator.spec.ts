import { describe, expect, it } from 'vitest';
import { residenceData, residenceForm } from '../../../../tests/factories/residence-form.js';
import { compileForm } from './form-validator.js';

const validator = compileForm(residenceForm());
const zh = (data: unknown) => validator.validate(data, { language: 'zh' });
const brief = (data: unknown) => zh(data).map(({ path, code }) => [path, code]);

describe('validating filled data', () => {
  it('accepts good data', () => {
    expect(zh(residenceData())).toEqual([]);
  });

  it('names a missing required field itself, by its title, in both languages', () => {
    const { name: _name, ...rest } = residenceData();
    expect(zh(rest)).toEqual([{ path: '/name', field: 'name', code: 'required', params: {}, message: '姓名：请填写' }]);
    expect(validator.validate(rest, { language: 'en' })[0]!.message).toBe('姓名: please fill this in');
  });

  it('takes an emptied text box for unanswered, also in a table', () => {
    expect(brief({ ...residenceData(), name: '', mobile: '' })).toEqual([['/name', 'required']]);
    expect(zh({ ...residenceData(), family: [{ name: '李四' }, { name: '' }] })).toMatchObject([{ path: '/family/1/name', field: 'family', message: '家庭成员 第 2 项 姓名：请填写' }]);
  });

  it('gives the reason of a value that cannot be right', () => {
    const [error] = zh({ ...residenceData(), idNumber: '110101198001011234' });
    expect(error).toMatchObject({ path: '/idNumber', code: 'check-digit', params: { expected: '2' } });
    expect(error!.message).toMatch(/^身份证号：.*应为 2/u);
  });

  it('says what a shapeless value should look like', () => {
    expect(zh({ ...residenceData(), since: '去年' })[0]).toMatchObject({ path: '/since', code: 'format', message: '入住日期：应为“年-月-日”形式的日期，例如 2026-01-31' });
    expect(zh({ ...residenceData(), since: '2025-02-29' })[0]).toMatchObject({ code: 'date' });
  });

  it('shows limits of money in yuan', () => {
    const data = { ...residenceData(), housing: 'rented', landlord: '王五', rent: 5000001 };
    expect(zh(data)[0]).toMatchObject({ path: '/rent', code: 'maximum', message: '月租金：不能大于 50000.00 元' });
  });

  it('ignores stale values of hidden fields and does not require them', () => {
    expect(zh({ ...residenceData(), landlord: 5, rent: 'x' })).toEqual([]);
    expect(brief({ ...residenceData(), housing: 'rented' })).toEqual([['/landlord', 'required']]);
  });

  it('reports every error at once, in the order of the form', () => {
    expect(brief({ name: '张', idNumber: 5, housing: 'tent' }).map(([path]) => path)).toEqual(['/name', '/idNumber', '/housing']);
  });

  it('reports only what the step may edit', () => {
    const step = { access: { name: 'edit' as const }, default: 'read' as const };
    expect(validator.validate({}, { language: 'zh', step }).map((error) => error.path)).toEqual(['/name']);
  });

  it('checks dictionary choices where the dictionary is known', () => {
    const form = residenceForm();
    (form.schema['properties'] as Record<string, unknown>)['housing'] = { type: 'string', title: '住房', 'x-dictionary': 'housing' };
    const known = compileForm(form, { dictionaries: (key) => (key === 'housing' ? new Set(['owned']) : undefined) });
    expect(known.validate({ ...residenceData(), housing: 'tent' }, { language: 'zh' })).toMatchObject([{ code: 'dictionary' }]);
    expect(known.validate(residenceData(), { language: 'zh' })).toEqual([]);
  });

  it.each([
    ['a text', '你好', 'type'],
    ['null', null, 'type'],
    ['a list', [], 'type'],
    ['a string of more than 1 MB', { name: '长'.repeat(400_000) }, 'too-large'],
    ['a body of more than 10 MB', { name: Array.from({ length: 12 }, () => 'x'.repeat(900_000)) }, 'too-large'],
    ['depth', { name: JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown }, 'too-large'],
    ['a prototype key', JSON.parse('{"__proto__": {"admin": true}}') as unknown, 'forbidden-key'],
    ['a nested prototype key', { family: [{ constructor: { prototype: 1 } }] }, 'forbidden-key'],
    ['what is no JSON', { name: new Date() }, 'not-json'],
    ['a number that JSON lacks', { rent: Number.NaN }, 'not-json'],
  ])('refuses %s', (_name, data, code) => {
    expect(zh(data).map((error) => error.code)).toEqual([code]);
  });

  it('ends on data that contains itself', () => {
    const data: Record<string, unknown> = { name: '张三' };
    data['family'] = data;
    expect(zh(data)).toMatchObject([{ code: 'too-large' }]);
  });

  it('runs a catastrophic pattern in linear time', () => {
    const form = residenceForm();
    (form.schema['properties'] as Record<string, unknown>)['name'] = { type: 'string', title: '姓名', pattern: '^(a+)+$' };
    const start = performance.now();
    const errors = compileForm(form).validate({ ...residenceData(), name: 'a'.repeat(100_000) + '!' }, { language: 'zh' });
    expect(errors).toMatchObject([{ path: '/name', code: 'pattern', message: '姓名：格式不正确' }]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('stays closed when references double without end', () => {
    const form = residenceForm();
    const $defs = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`d${i}`, { allOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] }]));
    form.schema['$defs'] = { ...$defs, d40: { type: 'string' } };
    (form.schema['properties'] as Record<string, unknown>)['name'] = { $ref: '#/$defs/d0' };
    expect(compileForm(form).validate(residenceData(), { language: 'zh' })).toMatchObject([{ code: 'too-large' }]);
  });

  it('needs no code generation', () => {
    const original = globalThis.Function;
    try {
      globalThis.Function = (() => {
        throw new Error('eval is forbidden');
      }) as unknown as FunctionConstructor;
      expect(compileForm(residenceForm()).validate({}, { language: 'zh' })).toHaveLength(3);
    } finally {
      globalThis.Function = original;
    }
  });
});

describe('attachments', () => {
  const form = residenceForm();
  const schema = { type: 'array', title: '照片', 'x-type': 'attachment', 'x-mediaTypes': ['image/png'], 'x-maxBytes': 1024 * 1024, items: { type: 'object' } };
  (form.schema['properties'] as Record<string, unknown>)['photo'] = schema;
  const photo = (mediaType: string, size: number) => compileForm(form).validate({ ...residenceData(), photo: [{ mediaType, size }] }, { language: 'zh' });

  it('keep to the allowed types and sizes', () => {
    expect(photo('image/png', 1024)).toEqual([]);
    expect(photo('image/gif', 1024)).toMatchObject([{ path: '/photo', code: 'media-type', message: '照片：文件类型不允许，可以上传：image/png' }]);
    expect(photo('image/png', 2 * 1024 * 1024)).toMatchObject([{ code: 'file-size', message: '照片：文件超过 1 MB' }]);
  });
});
