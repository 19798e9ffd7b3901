import { describe, expect, it } from 'vitest';
import { readValues } from '../index.js';

const now = new Date('2026-01-01T00:00:00Z');
const read = (text: string) => readValues(text, { now }).map(({ kind, text: written, normal, verdict }) => [kind, written, normal, verdict.valid ? true : verdict.reason]);

describe('号码', () => {
  it.each<[string, unknown[]]>([
    ['身份证１１０１０１１９８００１０１１２３２', ['resident-id', '１１０１０１１９８００１０１１２３２', '110101198001011232', true]],
    ['身份证号：110101 1980 0101 1234', ['resident-id', '110101 1980 0101 1234', '110101198001011234', 'check-digit']],
    ['证件号一一零一零一一九八零零一零一一二三二', ['resident-id', '一一零一零一一九八零零一零一一二三二', '110101198001011232', true]],
    ['手机一三八零零零零零零零零', ['mobile', '一三八零零零零零零零零', '13800000000', true]],
    ['手机号是一3800零零0000', ['mobile', '一3800零零0000', '13800000000', true]],
    ['1 3 8 0 0 0 0 0 0 0 0', ['mobile', '1 3 8 0 0 0 0 0 0 0 0', '13800000000', true]],
    ['138.0000.0000', ['mobile', '138.0000.0000', '13800000000', true]],
    ['+86 138-0000-0000', ['mobile', '+86 138-0000-0000', '13800000000', true]],
    ['138\u200b0000\u200b0000', ['mobile', '138\u200b0000\u200b0000', '13800000000', true]],
    ['手机号1380000000', ['mobile', '1380000000', '1380000000', 'length']],
    ['代码91110000600037341N', ['credit-code', '91110000600037341N', '91110000600037341N', 'check-digit']],
    ['卡号4111 1111 1111 1112', ['bank-card', '4111 1111 1111 1112', '4111111111111112', 'luhn']],
    ['010-12345678转801', ['phone', '010-12345678转801', '010-12345678-801', true]],
    ['（0826）2345678', ['phone', '（0826）2345678', '0826-2345678', true]],
    ['电话87654321', ['phone', '87654321', '87654321', true]],
    ['拨打12345', ['phone', '12345', '12345', true]],
    ['400-800-1234', ['phone', '400-800-1234', '4008001234', true]],
    ['电话+1 541-754-3010', ['phone', '+1 541-754-3010', '+15417543010', true]],
    ['川A·12345', ['plate', '川A·12345', '川A12345', true]],
    ['川ad12345', ['plate', '川ad12345', '川AD12345', true]],
    ['京AO1234', ['plate', '京AO1234', '京AO1234', 'format']],
    ['邮编610000', ['postcode', '610000', '610000', true]],
    ['邮政编码61000', ['postcode', '61000', '61000', 'length']],
    ['ZhangSan@Example.COM。', ['email', 'ZhangSan@Example.COM', 'ZhangSan@example.com', true]],
    ['zhang..san@example.com', ['email', 'zhang..san@example.com', 'zhang..san@example.com', 'format']],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it.each(['订单号ABCDEF12345', '610000', '第12345号文件', 'a@b', '一二三四五'])('%s 不是号码', (text) =>
    expect(read(text).filter(([kind]) => !['number', 'ordinal'].includes(String(kind)))).toEqual([]),
  );
});
