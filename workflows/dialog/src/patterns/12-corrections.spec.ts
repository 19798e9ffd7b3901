import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const filled = () => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助，我叫王五，身份证号110101198001011232，手机13812345678，户籍地是北京市东城区，居住地是北京市朝阳区，家里4口人，家庭月收入3000元');
  return talk;
};

describe('12 corrections', () => {
  it.each([
    '不是13812345678是13912345678',
    '不是13812345678，是13912345678',
    '13812345678改成13912345678',
    '手机号改成13912345678',
    '把手机号从13812345678改成13912345678',
    '手机号写错了，应该是13912345678',
    '是13912345678，不是13812345678',
    '13812345678不是13912345678',
    '手机号不是13812345678，应该是13912345678',
  ])('reads %s', (text) => {
    const talk = filled();
    const before = { ...talk.data };
    const reply = talk.say(text);
    expect(talk.data).toEqual({ ...before, mobile: text.startsWith('13812345678不是') ? '13912345678' : '13912345678' });
    expect(reply.effects.filter(({ type }) => type === 'corrected')).toHaveLength(1);
  });

  it('corrects twice running', () => {
    const talk = filled();
    talk.say('家庭月收入改成2500元');
    talk.say('不对，改成2600元');
    expect(talk.data).toMatchObject({ income: 260_000 });
  });

  it('takes a correction back', () => {
    const talk = filled();
    talk.say('手机号改成13912345678');
    const reply = talk.say('还是原来的吧');
    expect(talk.data).toMatchObject({ mobile: '13812345678' });
    expect(reply.text).toContain('手机号改回 138****5678');
  });

  it('finds the field by the value that is wrong', () => {
    const talk = filled();
    talk.say('不是北京市朝阳区，是北京市海淀区');
    expect(talk.data).toMatchObject({ homeDivision: '110101', liveDivision: '110108' });
  });

  it('asks again for a field that is said to be wrong', () => {
    const talk = filled();
    const reply = talk.say('手机号错了');
    expect(reply.asked).toBe('mobile');
    expect(talk.data).toMatchObject({ mobile: '13812345678' });
    talk.say('13912345678');
    expect(talk.data).toMatchObject({ mobile: '13912345678' });
  });

  it('corrects what was said last where no field is named', () => {
    const talk = filled();
    talk.choose('edit:bankCard');
    talk.say('6222020200112233446');
    talk.say('写错了，应该是6222020200112233453');
    expect(talk.data).toMatchObject({ bankCard: '6222020200112233453' });
  });

  it('changes nothing where it does not know what is meant', () => {
    const talk = filled();
    const before = { ...talk.data };
    talk.say('不是上海，是广州');
    expect(talk.data).toEqual(before);
  });

  it('corrects two fields in one message', () => {
    const talk = filled();
    talk.say('手机号改成13912345678，家庭月收入改成2500元');
    expect(talk.data).toMatchObject({ mobile: '13912345678', income: 250_000 });
  });
});
