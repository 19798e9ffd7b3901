import { describe, expect, it } from 'vitest';
import type { DialogWorld } from '../dialog.types.js';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const complete = () => {
  const talk = new Conversation(hall);
  talk.say('企业职工领取养老保险待遇资格认证，领取人姓名王五，身份证号110101198001011232，电话13812345678，待遇领取地北京市东城区，网点认证');
  talk.say('提交');
  return talk;
};

describe('29 errors: the draft is kept', () => {
  it('keeps everything when the submission is refused, and asks for what was wrong', () => {
    const talk = complete();
    const before = { ...talk.data };
    const reply = talk.send({ type: 'refused', message: '身份证号已有在办申请', errors: [{ path: '/idNumber', field: 'idNumber', code: 'duplicate', params: {}, message: '身份证号：已有在办申请' }] });
    expect(talk.data).toEqual(before);
    expect(reply.text).toContain('没有提交成功：身份证号已有在办申请');
    expect(reply.asked).toBe('idNumber');
  });

  it('can be handed in again, with the same key', () => {
    const talk = complete();
    talk.send({ type: 'refused', message: '系统繁忙', errors: [] });
    const { effects } = talk.say('提交');
    expect(effects).toContainEqual(expect.objectContaining({ type: 'submit', key: talk.state.drafts['pension-check']!.key }));
  });

  it('does not hand in twice', () => {
    const talk = complete();
    expect(talk.say('提交').effects.some(({ type }) => type === 'submit')).toBe(false);
  });

  it('keeps the draft where the bundle breaks', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助，我叫王五');
    const before = talk.state.drafts;
    const broken: DialogWorld = { ...hall, form: () => { throw new Error('broken'); } };
    talk.world = broken;
    const reply = talk.say('13812345678');
    expect(reply.text).toContain('已填的内容都还在');
    expect(talk.state.drafts).toEqual(before);
    talk.world = hall;
    talk.say('手机13812345678');
    expect(talk.data).toEqual({ applicantName: '王五', mobile: '13812345678' });
  });

  it('asks on at a button that leads nowhere', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助，我叫王五');
    for (const payload of ['set:nothing:1', 'place:mobile', 'meaning:9', 'edit:constructor', 'service:nothing', 'yes', '', ':::', 'set:mobile']) {
      expect(talk.choose(payload).asked).toBe('idNumber');
    }
    expect(talk.data).toEqual({ applicantName: '王五' });
  });
});
