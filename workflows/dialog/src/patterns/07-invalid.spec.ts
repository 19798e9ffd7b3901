import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const at = (field: string) => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助');
  talk.choose(`edit:${field}`);
  return talk;
};

describe('7 invalid: the text is kept, the rule named, error and question in one message', () => {
  it('says the check digit that would fit, and asks again in the same message', () => {
    const talk = at('idNumber');
    const reply = talk.say('110101198001011234');
    expect(talk.data).toEqual({ idNumber: '110101198001011234' });
    const texts = reply.blocks.flatMap((block) => (block.type === 'text' ? [block.text] : []));
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/末位应为 2.*请问身份证号/u);
  });

  it('derives nothing from a wrong number', () => {
    const talk = new Conversation(hall);
    talk.say('病残儿医学鉴定，申请人身份证号110101198001011234');
    expect(Object.keys(talk.data)).toEqual(['idNumber']);
  });

  it('gives an example at the second failure, and ways around at the third', () => {
    const talk = at('mobile');
    expect(talk.say('1381234').text).not.toContain('例如');
    expect(talk.say('138123').text).toContain('例如：13800000000');
    const third = talk.say('13812');
    expect(third.text).toContain('先跳过');
    expect(third.quickReplies.map(({ payload }) => payload)).toEqual(['later:mobile', 'person']);
  });

  it('names the limit that a number breaks', () => {
    const talk = at('members');
    expect(talk.say('200').text).toContain('不能大于 20');
    expect(talk.state.drafts['temporary-relief']!.failures).toMatchObject({ members: 1 });
  });

  it('asks again for what cannot be read', () => {
    const talk = at('income');
    const reply = talk.say('还行吧');
    expect(talk.data).toEqual({});
    expect(reply.text).toMatch(/没能看出家庭月收入.*请问家庭月收入/u);
  });

  it('keeps the right value when a wrong one is to replace it', () => {
    const talk = at('mobile');
    talk.say('13812345678');
    const reply = talk.say('手机号改成1391234');
    expect(talk.data).toEqual({ mobile: '13812345678' });
    expect(reply.asked).toBe('mobile');
  });

  it('knows a day that does not exist', () => {
    const talk = new Conversation(hall);
    talk.say('病残儿医学鉴定');
    talk.choose('edit:childBirth');
    const reply = talk.say('2026年2月30日');
    expect(reply.asked).toBe('childBirth');
    expect(talk.data).toEqual({ childBirth: '2026年2月30日' });
    talk.say('2026年2月28日');
    expect(talk.data).toEqual({ childBirth: '2026-02-28' });
  });
});
