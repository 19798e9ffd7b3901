import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const started = () => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助，我叫王五');
  return talk;
};

describe('24 等一下, silence, repeat', () => {
  it.each(['等一下', '稍等', '我去拿身份证', '让我想想'])('waits at %s', (text) => {
    const talk = started();
    const reply = talk.say(text);
    expect(reply.text).toContain('不着急');
    expect(reply.asked).toBeNull();
    talk.say('110101198001011232');
    expect(talk.data).toEqual({ applicantName: '王五', idNumber: '110101198001011232' });
  });

  it.each(['再说一遍', '没听清', '刚才问什么'])('repeats the question at %s', (text) => {
    const reply = started().say(text);
    expect(reply.asked).toBe('idNumber');
    expect(reply.text).toContain('请问身份证号是什么');
  });

  it('reminds after a silence, without counting a failure', () => {
    const talk = started();
    const reply = talk.send({ type: 'silence' });
    expect(reply.text).toContain('我还在');
    expect(reply.asked).toBe('idNumber');
    expect(talk.state.drafts['temporary-relief']!.failures).toEqual({});
  });

  it('repeats a doubt with its choices', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助');
    talk.say('北京市东城区');
    expect(talk.say('再说一遍').quickReplies.map(({ payload }) => payload)).toContain('place:liveDivision');
  });
});
