import { describe, expect, it } from 'vitest';
import { answer } from '../testing/answer.js';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const started = () => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助，我叫王五');
  return talk;
};

describe('17 digressing and returning', () => {
  it('answers and repeats the open question once', () => {
    const talk = started();
    const reply = talk.say('办这个要交钱吗？', { answer: answer('不收费。') });
    expect(reply.blocks.map(({ type }) => type)).toEqual(['answer', 'text', 'field']);
    expect(reply.text.match(/身份证号/gu)).toHaveLength(1);
    expect(reply.asked).toBe('idNumber');
  });

  it('loses nothing on the way', () => {
    const talk = started();
    const before = { ...talk.data };
    talk.say('办理地点在哪里？', { answer: answer('样例路 1 号。') });
    talk.say('周末上班吗？', { answer: answer('周一至周五。') });
    expect(talk.data).toEqual(before);
    talk.say('110101198001011232');
    expect(talk.data).toMatchObject({ idNumber: '110101198001011232' });
  });

  it('returns to a doubt', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助');
    talk.say('北京市东城区');
    const reply = talk.say('多久能办好？', { answer: answer('十个工作日。') });
    expect(reply.quickReplies.map(({ payload }) => payload)).toContain('place:homeDivision');
  });

  it('returns to the final check', () => {
    const talk = new Conversation(hall);
    talk.say('企业职工领取养老保险待遇资格认证，领取人姓名王五，身份证号110101198001011232，电话13812345678，待遇领取地北京市东城区，网点认证');
    const reply = talk.say('多久认证一次？', { answer: answer('每年一次。') });
    expect(reply.quickReplies.map(({ payload }) => payload)).toContain('submit');
  });

  it('says that it does not know, and goes on', () => {
    const talk = started();
    const reply = talk.say('你们单位今年招人吗？');
    expect(reply.text).toContain('答不上来');
    expect(reply.asked).toBe('idNumber');
    expect(reply.effects.some(({ type }) => type === 'unanswered')).toBe(true);
  });

  it('does not begin what is only asked about', () => {
    const talk = new Conversation(hall);
    const reply = talk.say('如何申请临时救助？');
    expect(talk.state.active).toBeNull();
    expect(reply.blocks.map(({ type }) => type)).toEqual(['service', 'materials', 'text']);
    expect(reply.quickReplies[0]!.payload).toBe('service:temporary-relief');
    talk.say('我要办');
    expect(talk.state.active).toBe('temporary-relief');
  });

  it('begins when somebody tells what the form asks for', () => {
    const talk = new Conversation(hall);
    talk.say('如何申请临时救助？');
    talk.say('我叫王五，手机13812345678');
    expect(talk.state.active).toBe('temporary-relief');
    expect(talk.data).toEqual({ applicantName: '王五', mobile: '13812345678' });
  });

  it('goes on where somebody says again what is being handled', () => {
    const talk = started();
    const reply = talk.say('我要申请临时救助');
    expect(reply.asked).toBe('idNumber');
    expect(reply.text).toContain('继续办理');
  });

  it('offers the service that a question was about', () => {
    const talk = new Conversation(hall);
    const reply = talk.say('残疾人证怎么办？', { answer: answer('带身份证和照片。', { service: { key: 'disability-card', title: '残疾人证' } }) });
    expect(reply.blocks[0]).toMatchObject({ type: 'answer' });
    expect(reply.quickReplies.map(({ payload }) => payload)).toContain('service:disability-card');
    expect(talk.say('好的').asked).toBe('applicantName');
  });
});
