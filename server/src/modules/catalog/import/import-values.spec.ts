import { describe, expect, it } from 'vitest';
import { keyOfCode, keyOfTitle } from '../../../platform/search/derive-key.js';
import { FirstRows } from './first-rows.js';
import { suggestMapping } from './import-mapping.js';
import { isLonger, limitOf, listOf, phoneOf, reportCuts, textOf } from './import-values.js';

function withReports<T>(read: (report: (code: string) => void) => T): { value: T; codes: string[] } {
  const codes: string[] = [];
  return { value: read((code) => void codes.push(code)), codes };
}
const limit = (text: unknown) => withReports((report) => limitOf(text, report));

describe('time limits', () => {
  it.each([
    ['30(工作日)', 30, 'workday'],
    ['30（自然日）', 30, 'day'],
    ['２０个工作日', 20, 'workday'],
    ['5 天', 5, 'day'],
    ['3个月', 3, 'month'],
    ['10(个工作日)', 10, 'workday'],
    ['7 workdays', 7, 'workday'],
  ])('reads %s', (text, amount, unit) => expect(limit(text)).toEqual({ value: { amount, unit }, codes: [] }));

  it.each([
    ['', null, []],
    ['无', null, []],
    ['0(工作日)', null, ['limit-not-positive']],
    ['-5工作日', null, ['limit-not-positive']],
    ['99999(工作日)', null, ['limit-too-long']],
    ['尽快', null, ['limit-unreadable']],
    ['30(光年)', null, ['limit-unreadable']],
    ['自受理之日起20日内', null, ['limit-unreadable']],
    ['15', { amount: 15, unit: 'workday' }, ['limit-unit-assumed']],
    [15, { amount: 15, unit: 'workday' }, ['limit-unit-assumed']],
    ['即办', { amount: 0, unit: 'workday', note: '即办' }, ['limit-at-once']],
  ])('reports %j', (text, value, codes) => expect(limit(text)).toEqual({ value, codes }));

  it('compares units with slack', () => {
    expect(isLonger({ amount: 6, unit: 'workday' }, { amount: 5, unit: 'workday' })).toBe(true);
    expect(isLonger({ amount: 22, unit: 'workday' }, { amount: 1, unit: 'month' })).toBe(false);
    expect(isLonger({ amount: 60, unit: 'day' }, { amount: 20, unit: 'workday' })).toBe(true);
  });
});

describe('texts', () => {
  it.each(['申请人应当符合下列条件：', '包括身份证、', '见《某办法', '（一）申请人年满十八周岁（含'])('finds %s cut', (text) => {
    expect(withReports((report) => reportCuts(text, report)).codes).toHaveLength(1);
  });

  it.each(['无条件受理', '1）年满十八周岁；2）有固定住所。', '枪支(弹药)运输(携运）许可', '依据《某办法》第三条', '年满十八周岁。'])('finds %s whole', (text) => {
    expect(withReports((report) => reportCuts(text, report)).codes).toEqual([]);
  });

  it('splits outside brackets only, and drops what says nothing', () => {
    expect(listOf('社会保障（社会保险、社会救助）、户籍、无、户籍', '、')).toEqual(['社会保障（社会保险、社会救助）', '户籍']);
    expect(listOf(['甲', ' 甲 ', '', null], '、')).toEqual(['甲']);
    expect(listOf('甲（乙、丙', '、')).toEqual(['甲（乙', '丙']);
  });

  it('takes the guard of exported formulas away', () => {
    expect(textOf("'=1+1")).toBe('=1+1');
    expect(textOf("'quoted'")).toBe("'quoted'");
  });
});

describe('phones', () => {
  it.each(['0000-12345678', '(0000)1234567', '0000－12345678转801', '12345', '400-1234-567', '电话：0000-12345678（工作日）', '0000-1234 5678', '（8600）1234 5678'])('accepts %s', (text) => {
    expect(withReports((report) => phoneOf(text, report))).toEqual({ value: text, codes: [] });
  });

  it.each(['0000-123456789', '1234', '请现场咨询', '无w'])('reports %s', (text) => {
    expect(withReports((report) => phoneOf(text, report)).codes).toEqual(['phone-implausible']);
  });
});

describe('keys', () => {
  it('come from codes, else from the sound of titles', () => {
    expect(keyOfCode('11440000MB2D0123XX2440101007000')).toBe('s-11440000mb2d0123xx2440101007000');
    expect(keyOfCode('GA_001/2')).toBe('ga-001-2');
    expect(keyOfCode('—')).toBeNull();
    expect(keyOfTitle('居住证办理')).toBe('juzhuzhengbanli');
    expect(keyOfTitle('居住证办理', true)).toMatch(/^juzhuzhengbanli-[0-9a-f]{6}$/);
    expect(keyOfTitle('——')).toMatch(/^s-+[0-9a-f]{6}$/);
  });
});

describe('mapping', () => {
  it('knows the columns of portals, whose handle_time is the statutory limit', () => {
    const { columns } = suggestMapping(['TASK_CODE', 'TASK_NAME', 'matter_name', 'TASK_TYPE_TEXT', 'DEPT_NAME', 'handle_time', 'handle_time_limit', 'consult_phone', 'complain_phone', 'theme_category', 'service_object_name', 'material_intro', 'accept_standard']);
    expect(columns).toMatchObject({ code: 'TASK_CODE', title: 'TASK_NAME', statutoryLimit: 'handle_time', promisedLimit: 'handle_time_limit', complaintPhone: 'complain_phone', conditions: 'accept_standard', materials: 'material_intro' });
  });
});

describe('first rows', () => {
  it('tells where a text came first, however many there are', () => {
    const rows = new FirstRows();
    for (let n = 1; n <= 50_000; n += 1) expect(rows.add(`text ${n}`, n)).toBeNull();
    for (let n = 1; n <= 50_000; n += 997) expect(rows.add(`text ${n}`, 99_999)).toBe(n);
  });
});
