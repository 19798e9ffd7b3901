import { describe, expect, it } from 'vitest';
import { formatNames } from '../schema/formats.js';
import { validateSchema } from '../schema/validate-schema.js';
import { reasonOf } from './messages.js';

const first = (schema: Record<string, unknown>, data: unknown, language: 'zh' | 'en' = 'zh') => reasonOf(validateSchema(schema, data)[0]!, schema, language);

describe('reasons', () => {
  it.each<[Record<string, unknown>, unknown, string, string]>([
    [{ type: 'string' }, 5, '应为文字', 'must be text'],
    [{ type: ['number', 'null'] }, 'x', '应为数字或空', 'must be a number or empty'],
    [{ const: true }, false, '只能是“true”', 'must be “true”'],
    [{ enum: ['a'] }, 'b', '请从给出的选项中选择', 'choose one of the given options'],
    [{ oneOf: [{ const: 'a', title: '甲' }] }, 'b', '请从给出的选项中选择', 'choose one of the given options'],
    [{ minimum: 3 }, 2, '不能小于 3', 'must not be less than 3'],
    [{ minimum: 300, 'x-type': 'money' }, 2, '不能小于 3.00 元', 'must not be less than 3.00 yuan'],
    [{ maxLength: 1 }, '张三', '不能超过 1 个字', 'must not be longer than 1 characters'],
    [{ uniqueItems: true }, [1, 2, 1], '第 1 项和第 3 项重复', 'entries 1 and 3 are the same'],
    [{ additionalProperties: false }, { x: 1 }, '表单里没有“x”这一项', 'the form has no “x”'],
    [{ anyOf: [{ type: 'string' }] }, 1, '内容不符合要求', 'this is not acceptable'],
    [{ format: 'cn-bank-card' }, '6222020200112230001', '卡号校验未通过，请核对是否输错', 'The card number fails its check; look for a typing error'],
  ])('%j', (schema, data, zh, en) => {
    expect(first(schema, data)).toBe(zh);
    expect(first(schema, data, 'en')).toBe(en);
  });

  it.each([...formatNames])('every format refuses nonsense with a text: %s', (format) => {
    for (const text of ['', '？？', '0', '１２３', 'x'.repeat(10_000), '\u0000', '\ud800']) {
      for (const language of ['zh', 'en'] as const) expect(first({ format }, text, language)).toMatch(/^[^{}]{2,200}$/u);
    }
  });
});
