import { describe, expect, it } from 'vitest';
import { normalise, readValues } from '../index.js';

const read = (text: string) => readValues(text, { kinds: ['address', 'organization'] }).flatMap((found) => (found.kind === 'address' ? [[found.text, found.value?.code ?? null, found.value?.rest ?? null]] : []));

describe('地址', () => {
  it.each<[string, unknown[]]>([
    ['我住在四川省广安市广安区人民路12号3单元501室，电话', ['四川省广安市广安区人民路12号3单元501室', '511602', '人民路12号3单元501室']],
    ['上海市广东路100号', ['上海市广东路100号', '310000', '广东路100号']],
    ['北京东城区', ['北京东城区', '110101', '']],
    ['南京市鼓楼区中山路1号', ['南京市鼓楼区中山路1号', '320106', '中山路1号']],
    ['户籍在四川武胜县', ['四川武胜县', '511622', '']],
    ['东莞市虎门镇', ['东莞市虎门镇', '441900', '虎门镇']],
    ['重庆市渝北县', ['重庆市渝北县', '500112', '']],
    ['北京市崇文区', ['北京市崇文区', '110101', '']],
    ['户籍湖北恩施', ['湖北恩施', '422800', '']],
    ['四 川 省 广 安 市', ['四 川 省 广 安 市', '511600', '']],
    ['库尔勒市祥和镇', ['库尔勒市祥和镇', '652801', '祥和镇']],
    ['内蒙古呼和浩特', ['内蒙古呼和浩特', '150100', '']],
    ['家住人民路12号', ['人民路12号', null, '人民路12号']],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it('同名的都列出来，不替人选', () => {
    const [found] = readValues('家住鼓楼区中山路1号', { kinds: ['address'] });
    expect(found).toMatchObject({ value: null, verdict: { valid: false, reason: 'division-ambiguous', params: { count: 4 } } });
    expect(found?.candidates).toHaveLength(4);
    expect(found?.candidates[0]).toMatchObject({ value: { rest: '中山路1号' } });
  });

  it.each(['我在北京大学上学', '中山路怎么走', '一切都好，请办理', '统一规定'])('%s 里没有地址', (text) => expect(read(text)).toEqual([]));

  it('曾用名也能填区划', () => expect(normalise('division', '重庆市渝北县')?.value).toBe('500112'));
});
