import { describe, expect, it } from 'vitest';
import { answer } from '../testing/answer.js';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const started = () => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助，我叫王五，身份证号110101198001011232');
  return talk;
};

describe('2 an answer and a question in one turn', () => {
  it('takes the answer, answers the question, and asks on', () => {
    const talk = started();
    const reply = talk.say('13812345678，要多久能办好？', { answer: answer('自受理之日起十个工作日。') });
    expect(talk.data).toMatchObject({ mobile: '13812345678' });
    expect(reply.blocks.map(({ type }) => type)).toEqual(['text', 'answer', 'text', 'field']);
    expect(reply.asked).toBe('homeDivision');
  });

  it('takes a service, a value and a question together', () => {
    const talk = new Conversation(hall);
    const reply = talk.say('我要申请临时救助，手机13812345678，需要什么材料？', { answer: answer('居民身份证。') });
    expect(talk.data).toEqual({ mobile: '13812345678' });
    expect(reply.blocks.some(({ type }) => type === 'answer')).toBe(true);
    expect(reply.asked).toBe('applicantName');
  });

  it('takes no value from the question', () => {
    const talk = started();
    talk.say('13812345678，月收入3000元以下才能申请吗？', { answer: answer('不是。') });
    expect(talk.data).toEqual({ applicantName: '王五', idNumber: '110101198001011232', mobile: '13812345678' });
  });

  it('explains the field and takes the value for it', () => {
    const talk = started();
    const reply = talk.say('13812345678，为什么要填手机号？');
    expect(talk.data).toMatchObject({ mobile: '13812345678' });
    expect(reply.trace.acts).toEqual(expect.arrayContaining(['explain', 'fill']));
    expect(reply.asked).toBe('homeDivision');
  });

  it('says that it cannot answer, and still takes the value', () => {
    const talk = started();
    const reply = talk.say('13812345678。你们那儿能停车吗？');
    expect(talk.data).toMatchObject({ mobile: '13812345678' });
    expect(reply.effects).toContainEqual({ type: 'unanswered', text: '13812345678。你们那儿能停车吗？', service: 'temporary-relief' });
    expect(reply.asked).toBe('homeDivision');
  });
});
