import { describe, expect, it } from 'vitest';
import { readValues, type ValueKind } from '../index.js';

const read = (text: string, ...kinds: ValueKind[]) => readValues(text, { kinds }).map(({ text: written, normal }) => [written, normal]);

describe('数', () => {
  it.each<[string, [string, string][]]>([
    ['家里有五口人', [['五', '5']]],
    ['一共3,000.50', [['3,000.50', '3000.5']]],
    ['两千零五个', [['两千零五', '2005']]],
    ['１２ 万人', [['１２ 万', '120000']]],
    ['三 万 五', [['三 万 五', '35000']]],
    ['零下，负三点五', [['负三点五', '-3.5']]],
    ['三分之二的人', [['三分之二', String(0.666666666666667)]]],
    ['三百多人', [['三百', '300']]],
    ['三四百人', [['三四百', '300~400']]],
    ['十五六个', [['十五六', '15~16']]],
    ['近百人，上千户', [['百', '100'], ['千', '1000']]],
    ['二〇二四', [['二〇二四', '2024']]],
    ['192.168.0.1', [['192', '192'], ['168', '168'], ['0', '0'], ['1', '1']]],
    ['一切都看统一规定，四川的队伍收拾一下', []],
    ['陆地、大陆、朝花夕拾、放肆', []],
  ])('%s', (text, expected) => expect(read(text, 'number')).toEqual(expected));

  it('说出是不是约数', () => {
    const about = (text: string) => readValues(text, { kinds: ['number'] }).map(({ value }) => (value as { about: boolean }).about);
    expect(about('大约五百人')).toEqual([true]);
    expect(about('五百多人')).toEqual([true]);
    expect(about('五百人')).toEqual([false]);
  });

  it.each<[string, string]>([
    ['第三名', '3'],
    ['第二十五条', '25'],
    ['第3万', '30000'],
  ])('序数 %s', (text, normal) => expect(readValues(text)[0]).toMatchObject({ kind: 'ordinal', normal }));

  it.each<[string, string]>([
    ['三到五人', '[3,5]'],
    ['10~20个', '[10,20]'],
    ['3-5万人', '[30000,50000]'],
    ['不超过100', '(,100]'],
    ['60以上', '[60,)'],
    ['不满18', '(,18)'],
    ['大于20小于35', '(20,35)'],
    ['介于20和30之间', '[20,30]'],
  ])('范围 %s', (text, normal) => expect(read(text, 'number-range').map(([, each]) => each)).toEqual([normal]));

  it('带单位的限度是单位的事', () => expect(readValues('超过30天了').map(({ kind, normal }) => [kind, normal])).toEqual([['duration', 'P30D']]));

  it('上下限颠倒就不合成一个范围', () => expect(read('大于50小于12', 'number-range')).toEqual([['大于50', '(50,)'], ['小于12', '(,12)']]));
});

describe('百分数', () => {
  it.each<[string, string[]]>([
    ['报销百分之七十五', ['75%']],
    ['涨了５．５％', ['5.5%']],
    ['千分之二', ['0.2%']],
    ['3‰', ['0.3%']],
    ['百分之百', ['100%']],
    ['三成', ['30%']],
    ['七成六', ['76%']],
    ['打八五折', ['85%']],
    ['打对折', ['50%']],
    ['六个百分点', ['6%']],
    ['5-20%', ['5%~20%']],
    ['百分之二三十', ['20%~30%']],
    ['五百分之二', []],
    ['三成立了公司', []],
    ['https://example.com/?a=30%25', []],
  ])('%s', (text, expected) => expect(read(text, 'percent').map(([, normal]) => normal)).toEqual(expected));
});
