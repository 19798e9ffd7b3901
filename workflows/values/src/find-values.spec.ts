import { describe, expect, it } from 'vitest';
import { findValues, sliceCodePoints } from './index.js';

const NOW = new Date('2024-03-13T04:00:00Z');
const find = (text: string) => findValues(text, NOW).map(({ type, text: written, value, verdict }) => [type, written, value, verdict.valid ? true : verdict.reason]);

describe('findValues', () => {
  it.each<[string, unknown[]]>([
    ['我想申请失业保险金，身份证号是110101198001011234', [['resident-id', '110101198001011234', '110101198001011234', 'check-digit']]],
    ['身份证11010119800101123２手机138 0000 0000', [['resident-id', '11010119800101123２', '110101198001011232', true], ['mobile', '138 0000 0000', '13800000000', true]]],
    ['张三13800000000打电话', [['mobile', '13800000000', '13800000000', true]]],
    ['手机号1380000000', [['mobile', '1380000000', '1380000000', 'length']]],
    ['电话+86 138-0000-0000', [['mobile', '+86 138-0000-0000', '13800000000', true]]],
    ['统一社会信用代码91110000600037341L。', [['credit-code', '91110000600037341L', '91110000600037341L', true]]],
    ['公司代码91110000600037341N', [['credit-code', '91110000600037341N', '91110000600037341N', 'check-digit']]],
    ['卡号4111 1111 1111 1111', [['bank-card', '4111 1111 1111 1111', '4111111111111111', true]]],
    ['银行卡6222021234567890123', [['bank-card', '6222021234567890123', '6222021234567890123', 'luhn']]],
    ['身份证号码是1101011980010112', [['resident-id', '1101011980010112', '1101011980010112', 'length']]],
    ['我从2024年3月5日到下周三请假', [['date', '2024年3月5日', '2024-03-05', true], ['date', '下周三', '2024-03-20', true]]],
    ['上个月15号交的', [['date', '上个月15号', '2024-02-15', true]]],
    ['二〇二四年三月五日', [['date', '二〇二四年三月五日', '2024-03-05', true]]],
    ['2023年2月29日离职', [['date', '2023年2月29日', null, 'date']]],
    ['每月三千五百元，一次性1.2万元', [['money', '三千五百元', 350_000, true], ['money', '1.2万元', 1_200_000, true]]],
    ['补贴￥3,000.50可以吗', [['money', '￥3,000.50', 300_050, true]]],
    ['三块五每斤，元旦放假', [['money', '三块五', 350, true], ['date', '元旦', '2024-01-01', true]]],
    ['我叫张三，在成都市和平医院上班，户籍在四川省广安市', [['person', '张三', '张三', true], ['division', '四川省广安市', '511600', true]]],
    ['手机一三八零零零零零零零零', [['mobile', '一三八零零零零零零零零', '13800000000', true]]],
    ['2024年3月申请，周三上午十点来', [['date', '周三', '2024-03-13', true]]],
    ['50元一次，三元五角', [['money', '50元', 5000, true], ['money', '三元五角', 350, true]]],
    ['一共，3000元。三千，五百元', [['money', '3000元', 300_000, true], ['money', '五百元', 50_000, true]]],
    ['二零零四年八月十五入职', [['date', '二零零四年八月十五', '2004-08-15', true]]],
    ['你好，请问怎么办居住证', []],
    ['订单号ABCDEF12345', []],
    ['', []],
  ])('%s', (text, expected) => expect(find(text)).toEqual(expected));

  it('gives offsets in code points', () => {
    const text = '𠮷🙂身份证110101198001011232，𠮷13800000000';
    for (const { start, end, text: written } of findValues(text, NOW)) expect(sliceCodePoints(text, start, end)).toBe(written);
    expect(findValues(text, NOW).map(({ start, end }) => [start, end])).toEqual([[5, 23], [25, 36]]);
  });
});
