import { describe, expect, it } from 'vitest';
import { divisionChildren, divisionFullName, divisionName, divisionPath, findDivisions, isDivisionCode, maskValue, normalise, SLOT_TYPES } from './index.js';

const NOW = new Date('2024-03-13T04:00:00Z');

describe('normalise', () => {
  it.each<[Parameters<typeof normalise>[0], string, unknown, boolean]>([
    ['resident-id', '１１０１０１ 19800101 123２', '110101198001011232', true],
    ['resident-id', '81000019980902013x', '81000019980902013X', true],
    ['credit-code', '91110000-600037341l', '91110000600037341L', true],
    ['mobile', '+86 138-0000-0000', '13800000000', true],
    ['bank-card', '4111 1111 1111 1111', '4111111111111111', true],
    ['date', '明天', '2024-03-14', true],
    ['money', '三千五百元', 350_000, true],
    ['number', '三万五', 35_000, true],
    ['division', '四川省广安市', '511600', true],
    ['division', '5116', '511600', true],
    ['division', '鼓楼区', null, false],
    ['division', '某某市', null, false],
    ['person', '张 三', '张三', true],
    ['person', '张', '张', false],
    ['text', '  有  空格 ', '有 空格', true],
    ['phone', '010-12345678', '010-12345678', true],
    ['phone', '13812345678', '13812345678', true],
    ['phone', '12345', '12345', false],
    ['email', 'zhangsan@example.com', 'zhangsan@example.com', true],
    ['plate', '京a·12345', '京A12345', true],
    ['duration', '三年半', 'P3Y6M', true],
    ['duration', '15个工作日', '15BD', true],
    ['percent', '百分之五', 5, true],
    ['percent', '三成', 30, true],
    ['address', '北京市东城区 和平路1号', '北京市东城区和平路1号', true],
    ['enum', 'ＩＴ', 'IT', true],
  ])('%s %s', (type, text, value, valid) => {
    const result = normalise(type, text, NOW);
    expect(result?.value).toEqual(value);
    expect(result?.verdict.valid).toBe(valid);
  });

  it('has no value for nothing, nor for a text that no field can hold', () => {
    for (const type of SLOT_TYPES) {
      expect(normalise(type, '', NOW)).toBeNull();
      expect(normalise(type, '1'.repeat(20_000), NOW)).toBeNull();
    }
  });
});

describe('divisions', () => {
  it('walks from province to county', () => {
    expect(divisionChildren(null)).toHaveLength(34);
    expect(divisionName('51')).toBe('四川省');
    expect(divisionPath('511602').map((each) => each.name)).toEqual(['四川省', '广安市', '广安区']);
    expect(divisionChildren('511600').map((each) => each.code)).toContain('511602');
    expect(divisionFullName('110101')).toBe('北京市东城区');
    expect(isDivisionCode('999999')).toBe(false);
    expect(divisionChildren('999999')).toEqual([]);
    expect(divisionPath('abc')).toEqual([]);
  });

  it('finds a division by its written name', () => {
    expect(findDivisions('北京东城区')).toEqual(['110101']);
    expect(findDivisions('长沙')).toEqual(['430100']);
    expect(findDivisions('四川省武胜县')).toEqual(['511622']);
    expect(findDivisions('鼓楼区').length).toBe(4);
    expect(findDivisions('南京市鼓楼区')).toEqual(['320106']);
  });
});

describe('maskValue', () => {
  it.each<[Parameters<typeof maskValue>[0], string, string]>([
    ['resident-id', '110101198001011232', '110101********32'],
    ['mobile', '13800000000', '138******00'],
    ['person', '𠮷三', '𠮷*'],
    ['person', '张', '*'],
    ['bank-card', '4111111111111111', '4111********1111'],
    ['resident-id', '1101', '1***'],
    ['text', '很长的一段话很长的一段话', '********'],
    ['division', '511600', '511600'],
  ])('%s %s', (type, text, masked) => expect(maskValue(type, text)).toBe(masked));
});
