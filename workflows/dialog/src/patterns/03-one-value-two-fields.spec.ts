import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

describe('3 one value for which two fields come into question: asked, never both filled', () => {
  it('asks whose identity number it is', () => {
    const talk = new Conversation(hall);
    talk.say('补领结婚证预约');
    const reply = talk.say('身份证号110101198001011232');
    expect(talk.data).toEqual({});
    expect(reply.quickReplies.map(({ label }) => label)).toEqual(['男方身份证号', '女方身份证号', '都不是']);
    expect(reply.text).toContain('110101********1232');
    talk.say('男方的');
    expect(talk.data).toEqual({ husbandId: '110101198001011232' });
  });

  it('asks whether a place is where somebody lives or is registered', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助');
    const reply = talk.say('北京市东城区');
    expect(talk.data).toEqual({});
    expect(reply.quickReplies.map(({ label }) => label)).toEqual(['户籍地', '居住地', '都不是']);
    talk.choose('place:liveDivision');
    expect(talk.data).toEqual({ liveDivision: '110101' });
  });

  it('fills both only where the citizen says so', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助');
    talk.say('北京市东城区');
    talk.say('两个都是');
    expect(talk.data).toEqual({ homeDivision: '110101', liveDivision: '110101' });
  });

  it('fills none where it was neither', () => {
    const talk = new Conversation(hall);
    talk.say('补领结婚证预约');
    talk.say('身份证号110101198001011232');
    const reply = talk.say('都不是');
    expect(talk.data).toEqual({});
    expect(reply.asked).toBe('husbandName');
  });

  it('leaves a doubt that nobody answers, and goes on', () => {
    const talk = new Conversation(hall);
    talk.say('补领结婚证预约');
    talk.say('身份证号110101198001011232');
    expect(talk.say('联系手机号13812345678').quickReplies.map(({ payload }) => payload)).toContain('place:husbandId');
    const reply = talk.say('补领原因是损毁');
    expect(reply.asked).toBe('husbandName');
    expect(talk.data).toEqual({ mobile: '13812345678', reason: '损毁' });
  });

  it('does not ask where the words tell', () => {
    const talk = new Conversation(hall);
    talk.say('补领结婚证预约，女方身份证号是110101198001011232');
    expect(talk.data).toEqual({ wifeId: '110101198001011232' });
  });

  it('does not take somebody else’s number for the applicant’s', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助');
    const reply = talk.say('我妈的手机是13812345678');
    expect(talk.data).toEqual({});
    expect(reply.text).toContain('138****5678');
    expect(reply.quickReplies.map(({ payload }) => payload)).toEqual(['place:mobile', 'place:']);
  });
});
