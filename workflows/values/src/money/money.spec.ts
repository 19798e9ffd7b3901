import { describe, expect, it } from 'vitest';
import { readValues } from '../index.js';

const read = (text: string) => readValues(text, { kinds: ['money', 'money-range'] }).map(({ text: written, normal }) => [written, normal]);

describe('金额', () => {
  it.each<[string, [string, string][]]>([
    ['每月三千五百元', [['三千五百元', 'CNY 3500']]],
    ['1.2万元和8亿元人民币', [['1.2万元', 'CNY 12000'], ['8亿元人民币', 'CNY 800000000']]],
    ['三块五一斤', [['三块五', 'CNY 3.5']]],
    ['五元三毛，三元五角二，一块零五分', [['五元三毛', 'CNY 5.3'], ['三元五角二', 'CNY 3.52'], ['一块零五分', 'CNY 1.05']]],
    ['50元6角三分', [['50元6角三分', 'CNY 50.63']]],
    ['五毛钱', [['五毛钱', 'CNY 0.5']]],
    ['￥3,000.50', [['￥3,000.50', 'CNY 3000.5']]],
    ['人民币叁仟元整', [['人民币叁仟元整', 'CNY 3000']]],
    ['一百美元、20欧元、1.95港元、1万亿日元', [['一百美元', 'USD 100'], ['20欧元', 'EUR 20'], ['1.95港元', 'HKD 1.95'], ['1万亿日元', 'JPY 1000000000000']]],
    ['两美元又三美分', [['两美元又三美分', 'USD 2.03']]],
    ['$20，300元', [['$20', 'USD 20'], ['300元', 'CNY 300']]],
    ['三四百块钱', [['三四百块钱', 'CNY 300~400']]],
    ['房租1500到2000元', [['1500到2000元', 'CNY [1500,2000]']]],
    ['10~15k元', [['10~15k元', 'CNY [10000,15000]']]],
    ['一千到两千万元', [['一千到两千万元', 'CNY [10000000,20000000]']]],
    ['8500到3万港元', [['8500到3万港元', 'HKD [8500,30000]']]],
    ['50万元（含）以上', [['50万元（含）以上', 'CNY [500000,)']]],
    ['港币两千九百六十元', [['港币两千九百六十元', 'HKD 2960']]],
    ['几十万块，数百元', [['几十万块', 'CNY 100000~1000000'], ['数百元', 'CNY 100~1000']]],
    ['82，225.00元', [['82，225.00元', 'CNY 82225']]],
    ['3-5万元', [['3-5万元', 'CNY [30000,50000]']]],
    ['月收入不超过2000元', [['不超过2000元', 'CNY (,2000]']]],
    ['5000元以上', [['5000元以上', 'CNY [5000,)']]],
    ['元旦放假，五角大楼，三块地，一块蛋糕', []],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('精确到分，再细就说明', () => {
    expect(readValues('3.52元')[0]).toMatchObject({ value: { fen: 352 }, verdict: { valid: true } });
    expect(readValues('1.005元')[0]).toMatchObject({ value: { fen: null, amount: '1.005' }, verdict: { valid: false, reason: 'money-precision' } });
    expect(readValues('负5元')[0]).toMatchObject({ verdict: { valid: false, reason: 'negative' } });
  });

  it('约数要说是约数', () => expect(readValues('三千多元')[0]).toMatchObject({ value: { fen: 300_000, about: true } }));

  it('认得没有金额的币种', () => expect(readValues('币种选美元')[0]).toMatchObject({ kind: 'currency', value: 'USD' }));
});
