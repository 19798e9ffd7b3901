import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const started = () => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助');
  talk.say('王五');
  talk.say('110101198001011232');
  return talk;
};

describe('15 back, and editing any answer', () => {
  it('goes back one question, and further', () => {
    const talk = started();
    const reply = talk.say('上一步');
    expect(reply.asked).toBe('idNumber');
    expect(reply.text).toContain('110101********1232');
    expect(talk.say('返回上一题').asked).toBe('applicantName');
    expect(talk.say('上一步').text).toContain('已经是第一项');
  });

  it('keeps the value until another is said, and goes on where it was', () => {
    const talk = started();
    talk.say('上一步');
    const reply = talk.say('440305199008200025');
    expect(talk.data).toEqual({ applicantName: '王五', idNumber: '440305199008200025' });
    expect(reply.asked).toBe('mobile');
  });

  it('edits any field by its name', () => {
    const talk = started();
    const reply = talk.say('修改申请人姓名');
    expect(reply.asked).toBe('applicantName');
    talk.say('王武');
    expect(talk.data).toMatchObject({ applicantName: '王武' });
  });

  it('edits by a button', () => {
    const talk = started();
    expect(talk.choose('edit:applicantName').asked).toBe('applicantName');
  });

  it('reads 上个月 as a day, not as a step back', () => {
    const talk = new Conversation(hall);
    talk.choose('service:child-appraisal');
    talk.choose('edit:diagnosedOn');
    talk.say('上个月15号');
    expect(talk.data).toEqual({ diagnosedOn: '2026-10-15' });
  });

  it('starts again', () => {
    const talk = started();
    const reply = talk.say('重新开始');
    expect(talk.data).toEqual({});
    expect(reply.asked).toBe('applicantName');
  });
});
