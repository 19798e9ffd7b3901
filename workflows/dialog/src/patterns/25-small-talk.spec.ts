import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

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

  it('says what it can do', () => {
    expect(new Conversation(hall).say('你能做什么？').text).toContain('填写申请');
  });
});
