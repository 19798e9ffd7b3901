import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const relief = () => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助，我叫王五，因为重大疾病，自付医疗费用三万五千元');
  return talk;
};

describe('13 correcting what decides about other fields', () => {
  it('sets aside what is hidden, and says so', () => {
    const talk = relief();
    const reply = talk.say('困难原因改成火灾');
    expect(talk.data).toEqual({ applicantName: '王五', cause: '火灾' });
    expect(reply.text).toContain('不用填自付医疗费用');
  });

  it('brings it back with its field', () => {
    const talk = relief();
    talk.say('困难原因改成火灾');
    const reply = talk.say('困难原因改成重大疾病');
    expect(talk.data).toMatchObject({ cause: '重大疾病', spent: 3_500_000 });
    expect(reply.text).toContain('自付医疗费用 35000.00 元');
  });

  it('asks what is newly needed', () => {
    const talk = new Conversation(hall);
    talk.say('企业职工领取养老保险待遇资格认证，领取人姓名王五，身份证号110101198001011232，电话13812345678，待遇领取地北京市东城区');
    expect(talk.choose('set:way:网点认证').blocks.some(({ type }) => type === 'summary')).toBe(true);
    const reply = talk.say('认证方式改成委托认证');
    expect(reply.asked).toBe('agentName');
  });

  it('never submits what is hidden', () => {
    const talk = new Conversation(hall);
    talk.say('企业职工领取养老保险待遇资格认证，领取人姓名王五，身份证号110101198001011232，电话13812345678，待遇领取地北京市东城区，委托认证');
    talk.say('受托人姓名李芳，受托人身份证号440305199008200025');
    talk.say('认证方式改成网点认证');
    const { effects } = talk.say('提交');
    expect(effects).toContainEqual(expect.objectContaining({ type: 'submit', data: { pensioner: '王五', idNumber: '110101198001011232', mobile: '13812345678', payDivision: '110101', way: '网点认证' } }));
  });

  it('asks no hidden field, even by a button from before', () => {
    const talk = relief();
    talk.choose('set:hasAgent:true');
    talk.choose('set:hasAgent:false');
    const reply = talk.choose('edit:agentName');
    expect(reply.asked).not.toBe('agentName');
  });
});
