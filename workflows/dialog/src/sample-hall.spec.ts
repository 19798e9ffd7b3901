import { describe, expect, it } from 'vitest';
import { Conversation } from './testing/conversation.js';
import { sampleHall } from './testing/sample-hall.js';

const world = sampleHall();

describe('the sample hall', () => {
  it('opens the pension form with the ID in its field and says that its check digit should be 2', () => {
    const talk = new Conversation(world);
    const reply = talk.say('我需要申请退休金，身份证号是110101198001011234');
    expect(talk.state.active).toBe('basic-pension');
    expect(talk.data).toEqual({ idNumber: '110101198001011234' });
    expect(talk.errors).toEqual(['身份证号：校验码错误：末位应为 2，现在是 4']);
    expect(reply.text).toContain('校验码错误：末位应为 2');
    expect(reply.text).toContain('110101********1234');
    expect(reply.text).not.toContain('110101198001011234');
    expect(reply.asked).toBe('idNumber');
  });

  it('fills a pension application to its submission', () => {
    const talk = new Conversation(world);
    talk.say('我要办退休，我叫张三，手机13812345678');
    expect(talk.data).toEqual({ applicantName: '张三', mobile: '13812345678' });
    expect(talk.say('身份证号110101198001011232').asked).toBe('lastEmployer');
    expect(talk.say('云江纺织厂').asked).toBe('insuredMonths');
    expect(talk.say('缴了15年零3个月').asked).toBe('retireOn');
    expect(talk.say('明年3月1号').asked).toBe('retirementType');
    expect(talk.say('特殊工种').asked).toBe('specialWork');
    expect(talk.say('电焊工').asked).toBe('payDivision');
    expect(talk.say('北京东城区').asked).toBe('bankCard');
    const check = talk.say('6222020200112233446');
    expect(check.blocks.map(({ type }) => type)).toEqual(['text', 'summary', 'materials', 'text']);
    const sent = talk.say('没问题，提交');
    expect(sent.effects).toContainEqual({ type: 'submit', service: 'basic-pension', key: 'basic-pension-1', data: talk.data });
    expect(talk.data).toEqual({
      applicantName: '张三', mobile: '13812345678', idNumber: '110101198001011232', lastEmployer: '云江纺织厂', insuredMonths: 183,
      retireOn: '2027-03-01', retirementType: 'special-work', specialWork: '电焊工', payDivision: '110101', bankCard: '6222020200112233446',
    });
    const done = talk.send({ type: 'submitted', number: 'YJ20261125001' });
    expect(done.blocks.at(-1)).toMatchObject({ type: 'case', number: 'YJ20261125001' });
    expect(talk.state.active).toBeNull();
  });
});
