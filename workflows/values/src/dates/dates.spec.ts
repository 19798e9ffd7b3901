import { describe, expect, it } from 'vitest';
import { readValues, type ReadOptions } from '../index.js';

/** Wednesday 13 March 2024, 16:00 in China. */
const now = new Date('2024-03-13T08:00:00Z');
const read = (text: string, options: ReadOptions = {}) => readValues(text, { now, ...options }).map(({ kind, text: written, normal, candidates }) => [kind, written, normal, ...(candidates.length > 0 ? [candidates.map((each) => each.normal).join(' | ')] : [])]);

describe('日期', () => {
  it.each<[string, string, string]>([
    ['2024年3月5日', 'date', '2024-03-05'],
    ['二〇二四年三月五日', 'date', '2024-03-05'],
    ['2024/3/5', 'date', '2024-03-05'],
    ['20240305', 'date', '2024-03-05'],
    ['98年3月5日', 'date', '1998-03-05'],
    ['民国三十八年', 'date', '1949'],
    ['大后天', 'date', '2024-03-16'],
    ['上上周日', 'date', '2024-03-03'],
    ['上个月15号', 'date', '2024-02-15'],
    ['去年二月底', 'date', '2023-02-28'],
    ['3月上旬', 'date', '2024-03-01/2024-03-10'],
    ['本月底', 'date', '2024-03-31'],
    ['今年一季度', 'date', '2024-33'],
    ['2023年下半年', 'date', '2023-41'],
    ['今年前三季度', 'date', '2024-01-01/2024-09-30'],
    ['五月廿二', 'date', '2024-06-27'],
    ['年底前', 'date-range', '../2024-12-31'],
    ['1999.08-2002.02', 'date-range', '1999-08/2002-02'],
    ['2008年——2018年', 'date-range', '2008/2018'],
    ['九十年代', 'date', '199'],
    ['下周末', 'date', '2024-03-23/2024-03-24'],
    ['五月的第二个星期日', 'date', '2024-05-12'],
    ['2021年的第一周', 'date', '2021-W01'],
    ['2023-2024学年第二学期', 'date', '2024-02-01/2024-07-31'],
    ['下学期', 'date', '2024-09-01/2025-01-31'],
    ['三天前', 'date', '2024-03-10'],
    ['两个半月后', 'date', '2024-05-28'],
    ['农历2023年腊月三十', 'date', '2024-02-09'],
    ['2023年闰二月初一', 'date', '2023-03-22'],
    ['去年除夕', 'date', '2024-02-09'],
    ['2025年春节', 'date', '2025-01-29'],
    ['2024年清明节', 'date', '2024-04-04'],
    ['2024年中秋', 'date', '2024-09-17'],
    ['从2024年3月1日到2024年4月5日', 'date-range', '2024-03-01/2024-04-05'],
    ['1995-1997年', 'date-range', '1995/1997'],
    ['2018年以前', 'date-range', '../2017-12-31'],
    ['2018年之后', 'date-range', '2019-01-01/..'],
    ['自2023年9月1日起', 'date-range', '2023-09-01/..'],
    ['截至2024年3月31日', 'date-range', '../2024-03-31'],
    ['近三年', 'date-range', '2021-03-13/2024-03-13'],
    ['2024年春节前三天', 'date-range', '2024-02-07/2024-02-09'],
    ['下周三上午十点', 'datetime', '2024-03-20T10:00'],
    ['今晚12点', 'datetime', '2024-03-14T00:00'],
    ['2小时后', 'datetime', '2024-03-13T18:00'],
    ['前天下午', 'datetime-range', '2024-03-11T12:00/2024-03-11T18:00'],
    ['今天下午5点到6点半', 'datetime-range', '2024-03-13T17:00/2024-03-13T18:30'],
    ['凌晨2点半', 'time', '02:30'],
    ['15时20分', 'time', '15:20'],
    ['下午三点之前', 'time-range', '../15:00'],
    ['每周一下午八点', 'recurrence', 'R/P1W/W-1T20:00'],
    ['每两周', 'recurrence', 'R/P2W'],
    ['每月15号', 'recurrence', 'R/P1M/--15'],
    ['年满60周岁', 'age', '60 year'],
    ['十个月大', 'age', '10 month'],
  ])('%s', (text, kind, normal) => expect(readValues(text, { now }).find((each) => each.kind === kind)).toMatchObject({ kind, normal }));

  it('有歧义就都给出', () => {
    expect(read('5月1日')).toEqual([['date', '5月1日', '2024-05-01', '2024-05-01 | 2023-05-01']]);
    expect(read('三点见')).toEqual([['time', '三点', '15:00', '15:00 | 03:00']]);
    expect(read('八月十五')).toEqual([['date', '八月十五', '2024-08-15', '2024-08-15 | 2024-09-17']]);
    expect(read('1/2/2020')).toEqual([['date', '1/2/2020', '2020-02-01', '2020-02-01 | 2020-01-02']]);
  });

  it('由字段决定过去还是将来', () => {
    expect(read('5月1日', { lean: 'past' })[0]?.[2]).toBe('2023-05-01');
    expect(read('5月1日', { lean: 'future' })[0]?.[2]).toBe('2024-05-01');
    expect(read('2月29日', { lean: 'past' })[0]?.[2]).toBe('2024-02-29');
    expect(read('2月29日', { lean: 'future' })[0]?.[2]).toBe('2028-02-29');
    expect(read('周一', { lean: 'past' })[0]?.[2]).toBe('2024-03-11');
    expect(read('周一', { lean: 'future' })[0]?.[2]).toBe('2024-03-18');
  });

  it('不存在的日期要说不存在', () => {
    for (const text of ['2023年2月29日', '2月30日', '2024-13-01', '2024年闰二月初一', '雨，2024年4月31日']) {
      expect(readValues(text, { now, kinds: ['date'] })[0], text).toMatchObject({ value: null, verdict: { valid: false, reason: 'date' } });
    }
  });

  it.each(['今日头条', '《明日之后》', '我住人民路12号', '第3号', '有三点要求', '一点都不好', '二年级', '192.168.255.255', '888-000-9999', '康熙三年五月', '一周一次'])('%s 不是日期', (text) =>
    expect(readValues(text, { now, kinds: ['date', 'time', 'datetime', 'date-range'] })).toEqual([]),
  );

  it('只要日期时，范围和时刻不并进去', () => {
    expect(readValues('3月1日到3月5日上午十点', { now, kinds: ['date'] }).map(({ normal }) => normal)).toEqual(['2024-03-01', '2024-03-05']);
  });
});

describe('时长和工作日', () => {
  it.each<[string, string]>([
    ['三年半', 'P3Y6M'],
    ['一个半月', 'P1M15D'],
    ['半年', 'P6M'],
    ['8天又二十个小时', 'P8DT20H'],
    ['四年零十个月', 'P4Y10M'],
    ['15个工作日', '15BD'],
    ['两周', 'P2W'],
    ['一刻钟', 'PT15M'],
    ['自受理之日起20个工作日内', '20BD'],
  ])('%s', (text, normal) => expect(readValues(text, { now })[0]).toMatchObject({ kind: 'duration', normal }));

  it.each(['2018年', '三年级', '两个年份', '三月'])('%s 不是时长', (text) => expect(readValues(text, { now, kinds: ['duration'] })).toEqual([]));

  it('工作日按给出的节假日数', () => {
    const holidays = { off: new Set(['2024-04-04', '2024-04-05']), worked: new Set(['2024-04-07']) };
    const from = new Date('2024-04-03T04:00:00Z');
    const end = (options: ReadOptions) => readValues('3个工作日后', { now: from, ...options })[0]?.normal;
    expect(end({})).toBe('2024-04-08');
    expect(end({ holidays })).toBe('2024-04-09');
    expect(readValues('自2024年3月1日起15个工作日内', { now })[0]?.normal).toBe('2024-03-01/2024-03-22');
  });
});
