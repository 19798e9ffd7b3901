import { describe, expect, it } from 'vitest';
import { Conversation, type Reply } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const started = () => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助，我叫王五，手机13812345678');
  return talk;
};
const handOver = ({ effects }: Reply) => effects.find((effect) => effect.type === 'hand-over');

describe('28 handing over to a person', () => {
  it.each(['转人工', '我要找人工客服', '能不能换个真人'])('hands over at %s, with the fields and the reason', (text) => {
    const talk = started();
    const effect = handOver(talk.say(text));
    expect(effect).toMatchObject({ type: 'hand-over', reason: 'asked' });
    expect(effect!.note).toContain('临时救助业务预约申请');
    expect(effect!.note).toContain('手机号: 138****5678');
    expect(effect!.note).toContain('正在问: 身份证号');
    expect(talk.state.mode).toBe('waiting');
  });

  it('is silent until the dialogue is handed back', () => {
    const talk = started();
    talk.say('转人工');
    const reply = talk.say('在吗？身份证号110101198001011232');
    expect(reply.blocks).toEqual([]);
    expect(reply.effects).toEqual([]);
    expect(talk.data).toEqual({ applicantName: '王五', mobile: '13812345678' });
  });

  it('lets the form be filled in the meantime', () => {
    const talk = started();
    talk.say('转人工');
    const reply = talk.send({ type: 'fill', values: { idNumber: '110101198001011232' } });
    expect(reply.blocks).toEqual([]);
    expect(talk.data).toMatchObject({ idNumber: '110101198001011232' });
    expect(talk.state.mode).toBe('waiting');
  });

  it('goes on where it stood when it is handed back', () => {
    const talk = started();
    talk.say('转人工');
    const reply = talk.send({ type: 'handed-back', note: '已说明材料' });
    expect(reply.text).toContain('已说明材料');
    expect(reply.asked).toBe('idNumber');
    talk.say('110101198001011232');
    expect(talk.data).toMatchObject({ idNumber: '110101198001011232' });
  });

  it('hands over by the button, and without a form', () => {
    const talk = new Conversation(hall);
    expect(handOver(talk.choose('person'))).toMatchObject({ reason: 'asked' });
    expect(talk.state.mode).toBe('waiting');
  });
});
