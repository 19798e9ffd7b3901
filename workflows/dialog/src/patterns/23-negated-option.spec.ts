import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';
import { sampleHall } from '../testing/sample-hall.js';

const at = (service: string, field: string) => {
  const talk = new Conversation(hall);
  talk.choose(`service:${service}`);
  talk.choose(`edit:${field}`);
  return talk;
};

describe('23 negated options', () => {
  it('does not take what is denied', () => {
    const talk = at('temporary-relief', 'cause');
    const reply = talk.say('不是火灾');
    expect(talk.data).toEqual({});
    expect(reply.text).toContain('困难原因不是火灾');
    expect(reply.asked).toBe('cause');
  });

  it('takes the other one of two', () => {
    const talk = at('marriage-certificate', 'reason');
    talk.say('不是遗失');
    expect(talk.data).toEqual({ reason: '损毁' });
  });

  it('takes what is said instead', () => {
    const talk = at('temporary-relief', 'cause');
    talk.say('不是火灾，是交通事故');
    expect(talk.data).toEqual({ cause: '交通事故' });
  });

  it('reads a denied question of yes or no by the way', () => {
    const talk = new Conversation(hall);
    talk.say('办残疾人证，我不是未成年人');
    expect(talk.data).toEqual({ isMinor: false });
    const other = new Conversation(hall);
    other.say('申请临时救助，没有委托他人代办');
    expect(other.data).toEqual({ hasAgent: false });
  });

  it('reads a short denial for the one question that shares its words', () => {
    const talk = new Conversation(sampleHall());
    talk.say('办医保报销');
    talk.say('不是异地');
    expect(talk.data).toEqual({ isRemote: false });
    talk.say('是异地的');
    expect(talk.data).toEqual({ isRemote: false });
    talk.say('是否异地就医改成是');
    expect(talk.data).toEqual({ isRemote: true });
  });

  it('takes nothing from a denied option that nobody asked for', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助，我们家不是重大疾病');
    expect(talk.data).toEqual({});
  });

  it('asks which of two that are both said', () => {
    const talk = at('temporary-relief', 'cause');
    const reply = talk.say('火灾或者交通事故吧');
    expect(talk.data).toEqual({});
    expect(reply.quickReplies.map(({ label }) => label)).toEqual(expect.arrayContaining(['火灾', '交通事故']));
    talk.say('火灾');
    expect(talk.data).toEqual({ cause: '火灾' });
  });
});
