import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';
import { sampleHall } from '../testing/sample-hall.js';

const started = () => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助，我叫王五');
  return talk;
};

describe('25 chit-chat, abuse, nothing, and too much', () => {
  it('greets, and asks on', () => {
    const reply = started().say('你好');
    expect(reply.text).toContain('您好');
    expect(reply.asked).toBe('idNumber');
  });

  it('hears what stands behind a greeting', () => {
    const talk = new Conversation(hall);
    talk.say('你好，我要申请临时救助');
    expect(talk.state.active).toBe('temporary-relief');
  });

  it('stays calm, and offers a person at the second insult', () => {
    const talk = started();
    expect(talk.say('你这个垃圾').text).toContain('认真听');
    expect(talk.say('傻逼').quickReplies.map(({ payload }) => payload)).toContain('person');
    expect(talk.data).toEqual({ applicantName: '王五' });
  });

  it.each(['', '   ', '😀😀', '？？？', '。'])('asks on at %j', (text) => {
    const talk = started();
    const reply = talk.say(text);
    expect(reply.asked).toBe('idNumber');
    expect(talk.data).toEqual({ applicantName: '王五' });
  });

  it('reads the beginning of what is too long, and says so', () => {
    const talk = started();
    const reply = talk.say(`110101198001011232。${'我家里很困难。'.repeat(14_000)}`);
    expect(reply.text).toContain('前 2000 个字');
    expect(talk.data).toEqual({ applicantName: '王五', idNumber: '110101198001011232' });
  });

  it('says goodbye and keeps the draft', () => {
    const talk = started();
    expect(talk.say('再见').text).toContain('已保存');
    talk.say('110101198001011232');
    expect(talk.data).toMatchObject({ idNumber: '110101198001011232' });
  });

  it('offers services with its greeting', () => {
    expect(new Conversation(hall).send({ type: 'open' }).quickReplies).toHaveLength(4);
  });

  it('passes a complaint on, with the number for it', () => {
    const talk = new Conversation(sampleHall());
    talk.say('我要办退休');
    const reply = talk.say('我要投诉');
    expect(reply.text).toContain('监督电话：0599-5550109');
    expect(reply.quickReplies.map(({ payload }) => payload)).toEqual(['person']);
    expect(reply.effects).toEqual([]);
  });

  it.each(['都不是', '返回', '取消', '算了', '不用'])('notes %s as no question', (text) => {
    const talk = new Conversation(hall);
    expect(talk.say(text).effects.filter(({ type }) => type === 'unanswered')).toEqual([]);
  });

  it('says what it can do', () => {
    expect(new Conversation(hall).say('你能做什么？').text).toContain('填写申请');
  });
});
