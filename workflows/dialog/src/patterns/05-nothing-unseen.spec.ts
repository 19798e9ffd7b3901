import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

describe('5 nothing flows unseen from an older sentence or form', () => {
  it('does not fill a field from a sentence before its service was chosen', () => {
    const talk = new Conversation(hall);
    talk.say('你好，我的手机是13812345678');
    talk.say('我要申请临时救助');
    expect(talk.data).toEqual({});
  });

  it('says what it carries from the form before', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助，我叫王五，手机13812345678，家庭月收入3000元');
    const reply = talk.say('我要先办高等学校教师资格认定');
    expect(talk.data).toEqual({ applicantName: '王五', mobile: '13812345678' });
    expect(reply.text).toContain('沿用前面填过的：姓名 王*；手机号 138****5678');
  });

  it('carries no dates, amounts or places from another matter', () => {
    const talk = new Conversation(hall);
    talk.say('病残儿医学鉴定，户籍地是北京市东城区，诊断日期2026年3月5日');
    expect(talk.data).toEqual({ homeDivision: '110101', diagnosedOn: '2026-03-05' });
    talk.say('先办临时救助业务预约申请');
    expect(talk.state.active).toBe('temporary-relief');
    expect(talk.data).not.toHaveProperty('diagnosedOn');
  });

  it('carries nothing where it is not plain whose it is', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助，我叫王五，身份证号110101198001011232');
    talk.say('先办补领结婚证预约');
    expect(talk.data).toEqual({});
  });

  it('takes no value from a doubt that was left', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助');
    talk.say('北京市东城区');
    talk.say('都不是');
    talk.say('王五');
    talk.say('身份证号110101198001011232，手机13812345678');
    expect(talk.data).toEqual({ applicantName: '王五', idNumber: '110101198001011232', mobile: '13812345678' });
  });
});
