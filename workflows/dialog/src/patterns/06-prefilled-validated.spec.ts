import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const talkWith = (profile: Record<string, unknown>) => new Conversation(hall, { profile });

describe('6 prefilled values are validated like typed ones', () => {
  it('takes what is right, says where it is from, and masks it', () => {
    const talk = talkWith({ 'person-name': '王五', mobile: '13812345678' });
    const reply = talk.say('申请临时救助');
    expect(talk.data).toEqual({ applicantName: '王五', mobile: '13812345678' });
    expect(reply.text).toContain('已从您的账户带入：申请人姓名 王*；手机号 138****5678');
  });

  it('leaves out what is wrong, and says why', () => {
    const talk = talkWith({ 'id-number': '110101198001011234' });
    const reply = talk.say('申请临时救助');
    expect(talk.data).toEqual({});
    expect(reply.text).toContain('末位应为 2');
  });

  it('fills no field of somebody else', () => {
    const talk = talkWith({ 'id-number': '110101198001011232', 'person-name': '王五' });
    talk.say('补领结婚证预约');
    expect(talk.data).toEqual({});
  });

  it('fills the applicant’s of two fields of one kind', () => {
    const talk = talkWith({ 'id-number': '110101198001011232' });
    talk.say('办残疾人证');
    talk.choose('set:isMinor:true');
    expect(talk.data).toEqual({ idNumber: '110101198001011232', isMinor: true });
  });

  it('lets the citizen change it without asking back', () => {
    const talk = talkWith({ mobile: '13812345678' });
    talk.say('申请临时救助');
    const reply = talk.say('手机号改成13912345678');
    expect(talk.data).toMatchObject({ mobile: '13912345678' });
    expect(reply.effects).toContainEqual({ type: 'corrected', service: 'temporary-relief', field: 'mobile', from: 'profile' });
  });

  it('takes no value of a wrong type', () => {
    const talk = talkWith({ mobile: 13812345678, 'person-name': { a: 1 } });
    talk.say('申请临时救助');
    expect(talk.data).toEqual({});
  });
});
