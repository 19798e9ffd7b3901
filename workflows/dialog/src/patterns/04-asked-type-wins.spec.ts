import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const at = (field: string, service = 'startup-award') => {
  const talk = new Conversation(hall);
  talk.choose(`service:${service}`);
  expect(talk.choose(`edit:${field}`).asked).toBe(field);
  return talk;
};

describe('4 of overlapping types that of the asked field wins', () => {
  it('reads a bare number as yuan where money is asked', () => {
    const talk = at('amount');
    talk.say('20000');
    expect(talk.data).toEqual({ amount: 2_000_000 });
  });

  it('reads the same number as a count where a count is asked', () => {
    const talk = at('staff');
    talk.say('20000');
    expect(talk.errors[0]).toContain('不能大于 10000');
    talk.say('20');
    expect(talk.data).toMatchObject({ staff: 20 });
  });

  it('takes a mobile number for the asked one of two', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助');
    talk.choose('set:hasAgent:true');
    talk.choose('edit:agentMobile');
    talk.say('13912345678');
    expect(talk.data).toEqual({ hasAgent: true, agentMobile: '13912345678' });
  });

  it('keeps a number that is too short in the field that was asked', () => {
    const talk = at('leaderId');
    const reply = talk.say('11010119800101123');
    expect(talk.data).toEqual({ leaderId: '11010119800101123' });
    expect(reply.text).toContain('17');
    expect(reply.asked).toBe('leaderId');
  });

  it('takes the name of a bank where a bank is asked, although firms have names too', () => {
    const talk = at('bank');
    talk.say('中国农业银行');
    expect(talk.data).toEqual({ bank: '中国农业银行' });
  });

  it('reads 三年 as months where months are asked', () => {
    const talk = at('internMonths', 'part-time-lawyer');
    talk.say('一年半');
    expect(talk.data).toEqual({ internMonths: 18 });
  });
});
