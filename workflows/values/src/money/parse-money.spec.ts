import { describe, expect, it } from 'vitest';
import { formatFen, parseMoney } from './parse-money.js';

describe('parseMoney', () => {
  it.each([
    ['三千五百元', 350_000],
    ['1.2万元', 1_200_000],
    ['￥3,000.50', 300_050],
    ['¥ 12', 1200],
    ['人民币叁仟元整', 300_000],
    ['三块五', 350],
    ['三块五毛', 350],
    ['3元5角2分', 352],
    ['叁元零贰分', 302],
    ['五角', 50],
    ['八分', 8],
    ['3000', 300_000],
    ['三万五', 3_500_000],
    ['100块钱', 10_000],
    ['0元', 0],
    ['2000元人民币', 200_000],
  ])('%s is %d fen', (text, fen) => expect(parseMoney(text)).toEqual({ fen, verdict: { valid: true } }));

  it('refuses to round, to lose digits and to take a negative amount', () => {
    expect(parseMoney('1.005元')).toEqual({ fen: null, verdict: { valid: false, reason: 'money-precision' } });
    expect(parseMoney('99999999999999999元')?.verdict).toEqual({ valid: false, reason: 'out-of-range' });
    expect(parseMoney('-5元')?.verdict).toEqual({ valid: false, reason: 'negative' });
  });

  it.each(['', '元', '很多钱', '三元五百', '五元六元', '整'])('%s is no amount', (text) => expect(parseMoney(text)).toBeNull());

  it('prints yuan', () => expect([formatFen(350_050), formatFen(5), formatFen(-120)]).toEqual(['3500.50', '0.05', '-1.20']));
});
