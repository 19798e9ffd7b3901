import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emptyMaskSession, findPersonalData, maskText, restoreText, scrubText, type MaskSession } from '../index.js';

const digestOf = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('hex');

/** Masks the turns of one session in order. */
function talk(turns: readonly string[], key = 'k'): { masked: string[]; session: MaskSession } {
  let session = emptyMaskSession();
  const masked = turns.map((turn) => {
    const result = maskText(turn, session, digestOf(key));
    session = result.session;
    return result.text;
  });
  return { masked, session };
}

const only = (text: string, key?: string) => talk([text], key).masked[0]!;

describe('masking', () => {
  it('gives the same value the same token in a session, and another in another', () => {
    const { masked } = talk(['我的手机是13800138000', '对，13800138000，不是13900139000', '138 0013 8000']);
    const [first, second, third] = masked.map((text) => text.match(/⟦[^⟧]*⟧/gu));
    expect(first![0]).toMatch(/^⟦手机号1·[0-9a-f]{6}⟧$/);
    expect(second![0]).toBe(first![0]);
    expect(second![1]).toMatch(/^⟦手机号2·/);
    // The same number in another spelling is the same person’s, yet restored as it was written.
    expect(third![0]).toMatch(/^⟦手机号1·/);
    expect(third![0]).not.toBe(first![0]);
    expect(only('13800138000', 'a')).not.toBe(only('13800138000', 'b'));
    expect(talk(['我的手机是13800138000']).masked).toEqual(talk(['我的手机是13800138000']).masked);
  });

  it('sees a number that is said over several turns', () => {
    const { masked, session } = talk(['我的手机是138', '0013', '8000', '谢谢，要交3000元吗']);
    expect(masked.slice(0, 3).join()).not.toMatch(/138|0013|8000/);
    expect(masked[3]).toBe('谢谢，要交3000元吗');
    expect(masked.map((text) => restoreText(text, session))).toEqual(['我的手机是138', '0013', '8000', '谢谢，要交3000元吗']);
    expect(talk(['我住在北京市东城区', '人民路12号3单元501室']).masked[1]).toMatch(/^⟦住址1·[0-9a-f]+⟧$/);
    expect(talk(['我叫', '张三，要办低保']).masked[1]).toMatch(/^⟦姓名1·[0-9a-f]+⟧，要办低保$/);
  });

  it('does not carry a finished number into the next turn', () => {
    expect(talk(['我的手机是13800138000', '补贴是3000元吗']).masked[1]).toBe('补贴是3000元吗');
    expect(talk(['我想问低保', '2024年的标准是多少']).masked[1]).toBe('2024年的标准是多少');
  });

  it.each([
    '⟦手机号1·abc123⟧是我的号码13800138000',
    '⟦⟦手机号1·abc123⟧⟧',
    '⟦手机号1·13800138000⟧',
    '⟦13800138000⟧',
    '$& $1 \\1 13800138000',
    '1\u200b3\u200b800138000和张\u200b三',
    '我叫𠮷野家，电话１３８００１３８０００🙂',
    '\ud83d身份证110101198001011234\ude00',
    '住北京市东城区人民路12号13800138000室张三110101198001011232',
    '我叫张三，李四，王五；13800138000、13800138000、138-0013-8000',
    '',
    '\u0000\n\t⟧⟦',
  ])('restores %j exactly', (text) => {
    const { masked, session } = talk([text]);
    expect(restoreText(masked[0]!, session)).toBe(text);
    // A second turn that repeats the tokens of the first says them, and not what they stand for.
    const again = maskText(masked[0]!, session, digestOf('k'));
    expect(restoreText(again.text, again.session)).toBe(masked[0]);
  });

  it('restores any mixture of pieces exactly', () => {
    const pieces = ['138', '0013', '8000', '⟦', '⟧', '手机号1·', '我叫', '张三', ' ', '\u200b', '，', '🙂', '\ud83d', '一三八', '北京市东城区', '人民路12号', '@', 'a.com', '京A12345', '-', '110101199001011237', '出生1990年1月1日'];
    let state = 7;
    const next = (n: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) % n;
    for (let round = 0; round < 300; round += 1) {
      const turns = Array.from({ length: 3 }, () => Array.from({ length: 1 + next(9) }, () => pieces[next(pieces.length)]).join(''));
      const { masked, session } = talk(turns);
      expect(masked.map((text) => restoreText(text, session))).toEqual(turns);
    }
  });

  it('leaves what is nobody’s', () => {
    for (const text of [
      '如何申请低保？',
      '参保满15年，2024年3月1日起执行，标准为每月3000元',
      '根据《中华人民共和国民法典》第一千零四十二条第二款',
      '办公时间：9:00—12:00，13:30—17:30',
      '请拨打12345政务服务热线，或者12333',
      '办件编号2026112500017什么时候能办好',
      '申请人应当提交身份证和户口簿',
      '四川省广安市的标准是多少',
      '2024-01-01至2024-12-31期间的费用',
      '共1,234,567.89元，占12.5%',
      '本人签字后由经办人员填写',
      '公积金账户余额 123456 元可以提取吗',
    ]) expect(only(text), text).toBe(text);
  });

  it('scrubs for good, without numbers or tags', () => {
    expect(scrubText('我叫张三，手机１３８ ００１３ ８０００，邮箱 zhangsan@example.com')).toBe('我叫⟦姓名⟧，手机⟦手机号⟧，邮箱 ⟦邮箱⟧');
    expect(scrubText('云江小满文创工作室的信用代码91510100MA6CXXXX4X')).toContain('91510100MA6CXXXX4X');
  });

  it.each(['1', '1 ', '一', '138', '0-', '⟦', '⟦手机号1·a⟧', '张三', '我叫', '身份证', '微信a ', '@', 'a@', 'a.', '京A', '路1号', '出生1', '北京市', '（', ' ', '\u200b', '1.', '然后1', '\ud83d'])('reads 20,000 characters of %j in time', (part) => {
    const text = part.repeat(Math.ceil(20_000 / part.length));
    const start = performance.now();
    findPersonalData(text);
    const { masked, session } = talk([text]);
    expect(restoreText(masked[0]!, session)).toBe(text);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
