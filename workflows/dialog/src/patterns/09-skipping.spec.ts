import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const at = (field: string, service = 'temporary-relief') => {
  const talk = new Conversation(hall);
  talk.choose(`service:${service}`);
  talk.choose(`edit:${field}`);
  return talk;
};

describe('9 不知道, 没有, 不想说, 以后再填', () => {
  it('puts a required field off and comes back to it at the end', () => {
    const talk = new Conversation(hall);
    talk.say('补领结婚证预约，男方姓名张三，女方姓名李芳，男方身份证号110101198001011232，女方身份证号440305199008200025，结婚登记日期2015年5月20日，补领原因是损毁');
    expect(talk.say('这个以后再填').asked).toBe('mobile');
    const reply = talk.say('13812345678');
    expect(reply.asked).toBe('visitOn');
    expect(reply.text).toContain('放到最后');
  });

  it('leaves out what is optional', () => {
    const talk = at('details');
    const reply = talk.say('没有');
    expect(reply.text).toContain('困难情况说明不填');
    expect(talk.data).toEqual({});
    expect(reply.asked).toBe('applicantName');
  });

  it('says that what is required is needed, and offers to wait', () => {
    const talk = at('idNumber');
    const reply = talk.say('没有');
    expect(reply.text).toContain('必填');
    expect(reply.quickReplies.map(({ payload }) => payload)).toEqual(['later:idNumber', 'person']);
    expect(reply.asked).toBe('idNumber');
  });

  it('respects who does not want to say', () => {
    const talk = at('mobile');
    const reply = talk.say('不想说，这是隐私');
    expect(reply.text).toContain('只用于办理这件事');
    expect(talk.data).toEqual({});
  });

  it('helps who does not know', () => {
    const talk = at('spent');
    talk.choose('set:cause:重大疾病');
    talk.choose('edit:spent');
    const reply = talk.say('不知道');
    expect(talk.data).toEqual({ cause: '重大疾病' });
    expect(reply.quickReplies.map(({ payload }) => payload)).toContain('later:spent');
  });

  it('takes 没有 as the answer to a question of yes or no', () => {
    const talk = at('wasPunished', 'part-time-lawyer');
    talk.say('没有');
    expect(talk.data).toEqual({ wasPunished: false });
  });

  it('reads what else the text says', () => {
    const talk = at('applicantName');
    talk.say('以后再填，手机号13812345678');
    expect(talk.data).toEqual({ mobile: '13812345678' });
  });
});
