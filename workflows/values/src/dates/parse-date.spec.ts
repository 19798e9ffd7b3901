import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date.js';

/** Wednesday 13 March 2024, 00:30 in China (the day before in UTC). */
const NOW = new Date('2024-03-12T16:30:00Z');

describe('parseDate', () => {
  it.each([
    ['2024年3月5日', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['二〇二四年三月五日', '2024-03-05'],
    ['二零二四年十二月三十一号', '2024-12-31'],
    ['２０２４年３月５日', '2024-03-05'],
    ['24年3月5日', '2024-03-05'],
    ['98年3月5日', '1998-03-05'],
    ['3月5号', '2024-03-05'],
    ['今天', '2024-03-13'],
    ['昨天', '2024-03-12'],
    ['明天', '2024-03-14'],
    ['后天', '2024-03-15'],
    ['大后天', '2024-03-16'],
    ['上个月15号', '2024-02-15'],
    ['下月1日', '2024-04-01'],
    ['本月底', '2024-03-31'],
    ['明年3月1日', '2025-03-01'],
    ['去年二月底', '2023-02-28'],
    ['下周三', '2024-03-20'],
    ['上周日', '2024-03-10'],
    ['周五', '2024-03-15'],
    ['这个星期天', '2024-03-17'],
    ['三天前', '2024-03-10'],
    ['两个月后', '2024-05-13'],
    ['一年以前', '2023-03-13'],
  ])('%s is %s', (text, iso) => expect(parseDate(text, NOW)).toMatchObject({ iso, verdict: { valid: true } }));

  it('completes as the field leans, and names what else it may be', () => {
    expect(parseDate('5月1日', NOW, { lean: 'past' })?.iso).toBe('2023-05-01');
    expect(parseDate('5月1日', NOW, { lean: 'future' })?.iso).toBe('2024-05-01');
    expect(parseDate('2月1日', NOW, { lean: 'future' })?.iso).toBe('2025-02-01');
    expect(parseDate('29日', NOW, { lean: 'past' })?.iso).toBe('2024-02-29');
    expect(parseDate('5月1日', NOW)?.candidates).toEqual(['2024-05-01', '2023-05-01']);
    expect(parseDate('八月十五', NOW)?.candidates).toEqual(['2024-08-15', '2024-09-17']);
  });

  it('knows the lunar calendar', () => {
    expect(parseDate('农历二〇二三年腊月三十', NOW)?.iso).toBe('2024-02-09');
    expect(parseDate('2023年闰二月初一', NOW)?.iso).toBe('2023-03-22');
    expect(parseDate('2024年闰二月初一', NOW)?.verdict).toMatchObject({ valid: false, reason: 'date' });
  });

  it('names a date that does not exist', () => {
    for (const text of ['2023年2月29日', '2024-13-01', '2024年4月31日', '上个月30号', '20241332']) {
      expect(parseDate(text, NOW)?.verdict, text).toMatchObject({ valid: false, reason: 'date' });
    }
  });

  it('asks for the day where it is missing', () => {
    for (const text of ['2024年3月', '明年', '三月份', '下个月', '29日']) expect(parseDate(text, NOW)?.verdict, text).toEqual({ valid: false, reason: 'date-incomplete' });
  });

  it.each(['', '你好', '12', '2024', '五日游', '年'.repeat(1000)])('%s is no date', (text) => expect(parseDate(text, NOW)).toBeNull());
});
