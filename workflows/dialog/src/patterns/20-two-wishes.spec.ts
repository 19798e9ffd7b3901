import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

describe('20 two wishes: one after the other, aloud', () => {
  it('begins the first and queues the second', () => {
    const talk = new Conversation(hall);
    const reply = talk.say('我要申请临时救助，还要办残疾人证');
    expect(talk.state.active).toBe('temporary-relief');
    expect(talk.state.queue).toEqual(['disability-card']);
    expect(reply.text).toContain('新办证申请”我记下了');
  });

  it('queues what comes up in between', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助，我叫王五');
    const reply = talk.say('另外我还想办残疾人证');
    expect(talk.state.active).toBe('temporary-relief');
    expect(talk.state.queue).toEqual(['disability-card']);
    expect(reply.asked).toBe('idNumber');
  });

  it('begins the queued one when the first is done', () => {
    const talk = new Conversation(hall);
    talk.say('我要办企业职工领取养老保险待遇资格认证，还要申请临时救助');
    talk.say('领取人姓名王五，身份证号110101198001011232，电话13812345678，待遇领取地北京市东城区，网点认证');
    talk.say('提交');
    const reply = talk.send({ type: 'submitted', number: 'GD-3' });
    expect(talk.state.active).toBe('temporary-relief');
    expect(reply.text).toContain('接着办理“临时救助业务预约申请”');
  });

  it('takes a value in the same sentence for the first alone', () => {
    const talk = new Conversation(hall);
    talk.say('我要申请临时救助，手机13812345678，还要办残疾人证');
    expect(talk.data).toEqual({ mobile: '13812345678' });
    expect(talk.state.drafts).not.toHaveProperty('disability-card');
  });

  it('does not queue the same service twice', () => {
    const talk = new Conversation(hall);
    talk.say('我要申请临时救助，还要办残疾人证');
    talk.say('还要办残疾人证');
    expect(talk.state.queue).toEqual(['disability-card']);
  });
});
