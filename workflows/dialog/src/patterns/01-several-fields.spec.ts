import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';
import { sampleHall } from '../testing/sample-hall.js';

describe('1 several fields in one sentence, unasked ones too', () => {
  it('takes who and how to reach them from the first sentence', () => {
    const talk = new Conversation(hall);
    const reply = talk.say('我要办残疾人证，我叫张三，身份证号110101198001011232，手机13812345678');
    expect(talk.state.active).toBe('disability-card');
    expect(talk.data).toEqual({ applicantName: '张三', idNumber: '110101198001011232', mobile: '13812345678' });
    expect(reply.text).toContain('申请人姓名 张*；申请人身份证号 110101********1232；联系手机 138****5678');
    expect(reply.asked).toBe('gender');
  });

  it('takes fields that come much later in the form', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助，家里4口人，家庭月收入3000块');
    expect(talk.data).toEqual({ members: 4, income: 300_000 });
  });

  it('takes what a condition brings to light from the same sentence', () => {
    const talk = new Conversation(hall);
    talk.say('补领结婚证预约，结婚证是11月3号遗失的');
    expect(talk.data).toMatchObject({ reason: '遗失', lostOn: '2026-11-03' });
  });

  it('takes more than was asked for', () => {
    const talk = new Conversation(hall);
    talk.say('高等学校教师资格认定');
    const reply = talk.say('张三，手机号13812345678，任教学校是广州大学，最高学历硕士研究生');
    expect(talk.data).toEqual({ applicantName: '张三', mobile: '13812345678', school: '广州大学', degree: '硕士研究生' });
    expect(reply.asked).toBe('idNumber');
  });

  it('tells two days by what happened on them, and the hospital by its name', () => {
    const talk = new Conversation(sampleHall());
    talk.say('我要报销医疗费，10月3日在云江市第一人民医院住院，10月12日出院');
    expect(talk.data).toEqual({ visitOn: '2026-10-03', hospital: '云江市第一人民医院', treatmentType: 'inpatient', dischargedOn: '2026-10-12' });
  });

  it('takes dates by the words beside them', () => {
    const talk = new Conversation(hall);
    talk.say('出版外国图书合同登记，合同签订日期是2026年10月8日，授权截止日期2030年12月31日');
    expect(talk.data).toEqual({ signedOn: '2026-10-08', expiresOn: '2030-12-31' });
  });
});
