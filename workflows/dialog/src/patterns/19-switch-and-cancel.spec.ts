import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const started = () => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助，我叫王五，手机13812345678');
  return talk;
};

describe('19 switching and cancelling', () => {
  it('turns to another service, keeps the first, carries what both have', () => {
    const talk = started();
    const reply = talk.say('我想先办高等学校教师资格认定');
    expect(talk.state.active).toBe('teacher-licence');
    expect(talk.state.queue).toEqual(['temporary-relief']);
    expect(talk.data).toEqual({ applicantName: '王五', mobile: '13812345678' });
    expect(reply.text).toContain('“临时救助业务预约申请”已保存');
  });

  it('cancels only what is open, and goes back to what waits', () => {
    const talk = started();
    talk.say('我想先办高等学校教师资格认定');
    talk.say('任教学科是数学');
    expect(talk.say('不办了').text).toContain('确定不办“高等学校教师资格认定”');
    const reply = talk.say('确定');
    expect(talk.state.active).toBe('temporary-relief');
    expect(talk.data).toEqual({ applicantName: '王五', mobile: '13812345678' });
    expect(reply.effects).toContainEqual({ type: 'count', what: 'cancelled', service: 'teacher-licence', field: null });
    expect(reply.asked).toBe('idNumber');
  });

  it('goes on where the citizen does not want to cancel after all', () => {
    const talk = started();
    talk.say('取消');
    const reply = talk.say('不，继续填');
    expect(talk.data).toEqual({ applicantName: '王五', mobile: '13812345678' });
    expect(reply.asked).toBe('idNumber');
  });

  it('cancels at once what is empty', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助');
    talk.say('取消');
    expect(talk.state.active).toBeNull();
    expect(talk.state.drafts).toEqual({});
  });

  it('says that nothing is open', () => {
    expect(new Conversation(hall).say('取消').text).toContain('没有正在办理');
  });

  it('goes on with what waits after a case is handed in', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助，我叫王五');
    talk.say('先办企业职工领取养老保险待遇资格认证');
    talk.say('领取人姓名王五，身份证号110101198001011232，电话13812345678，待遇领取地北京市东城区，网点认证');
    talk.say('提交');
    const reply = talk.send({ type: 'submitted', number: 'GD-2' });
    expect(talk.state.active).toBe('temporary-relief');
    expect(reply.asked).toBe('idNumber');
  });
});
