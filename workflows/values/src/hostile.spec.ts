import { describe, expect, it } from 'vitest';
import { findValues, readValues, sliceCodePoints } from './index.js';

const NOW = new Date('2024-03-13T04:00:00Z');
/** A reading of 10,000 characters takes some 0.1 to 0.3 s; a pattern that goes back and forth would take minutes. */
const LIMIT_MS = 5_000;
const PARTS = ['1', '1 ', '一', '1-', '¥1,', '二〇二四年', '1.', 'X1', '上上', '身份证1', '一点', '３', '一二', '百', '1年', '三月', '1月1日到', '北京', '路', '张三', '我叫', '公司', '1@', 'a.', '每', '百分之', '1:', '电话1', '农历', '前1', '1 2/', '一元', '零', '一三八'];

describe('hostile texts', () => {
  it.each(PARTS)('reads 10,000 characters of %s in time', { timeout: 60_000 }, (part) => {
    const text = part.repeat(Math.ceil(10_000 / part.length));
    const start = performance.now();
    const values = readValues(text, { now: NOW });
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
    for (const value of values.slice(0, 50)) expect(sliceCodePoints(text, value.start, value.end)).toBe(value.text);
  });

  it.each(['', ' ', '\n', '\u0000', '\ud842', '\udc00', '🙂🙂🙂', '👨‍👩‍👧', '\u200b\u200b', '<script>1</script>', '=1+1', "'; DROP TABLE--", '％％％', '号号号', '年月日', '点', '第', '-', '.', '负', '百分之', '元', '1'.repeat(100), '一'.repeat(100), '$&', '\\d+'])(
    'does not stumble over %j',
    (text) => {
      expect(Array.isArray(readValues(text, { now: NOW }))).toBe(true);
      expect(Array.isArray(findValues(text, NOW))).toBe(true);
    },
  );

  it('never lets two values overlap, and keeps places in code points', () => {
    const text = '𠮷🙂我叫张三，身份证号１１０１０１１９８００１０１１２３２，每月三千五百元，下周三上午十点去北京市东城区𠮷家路12号，电话010-12345678。';
    let end = 0;
    for (const value of readValues(text, { now: NOW })) {
      expect(value.start).toBeGreaterThanOrEqual(end);
      expect(sliceCodePoints(text, value.start, value.end)).toBe(value.text);
      end = value.end;
    }
  });
});
