import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const complete = () => {
  const talk = new Conversation(hall);
  talk.say('补领结婚证预约，男方姓名张三，女方姓名李芳，男方身份证号110101198001011232，女方身份证号440305199008200025，结婚登记日期2015年5月20日，补领原因是损毁，预约办理日期2026年12月1日，手机13812345678');
  expect(talk.state.question).toEqual({ kind: 'review', service: 'marriage-certificate' });
  return talk;
};
const submitted = (talk: Conversation, text: string) => talk.say(text).effects.find(({ type }) => type === 'submit');

describe('16 the final check', () => {
  it('shows everything once, masked, with what is optional', () => {
    const talk = new Conversation(hall);
    const reply = talk.say('补领结婚证预约，男方姓名张三，女方姓名李芳，男方身份证号110101198001011232，女方身份证号440305199008200025，结婚登记日期2015年5月20日，补领原因是损毁，预约办理日期2026年12月1日，手机13812345678');
    const summary = reply.blocks.find((block) => block.type === 'summary');
    expect(summary).toMatchObject({ rows: expect.arrayContaining([{ field: 'husbandId', title: '男方身份证号', display: '110101********1232', source: 'said', error: null }]) as unknown });
    expect(reply.quickReplies.map(({ payload }) => payload)).toEqual(expect.arrayContaining(['submit', 'modify', 'edit:registeredAt']));
  });

  it('edits one field and keeps the rest, without showing all again', () => {
    const talk = complete();
    const before = { ...talk.data };
    const reply = talk.say('手机号改成13912345678');
    expect(talk.data).toEqual({ ...before, mobile: '13912345678' });
    expect(reply.text).toBe('联系手机号已改为 139****5678。其他内容不变，可以提交了吗？');
    expect(reply.blocks.some(({ type }) => type === 'summary')).toBe(false);
    expect(submitted(talk, '可以')).toMatchObject({ data: { mobile: '13912345678' } });
  });

  it('reads 对的，不过电话换了', () => {
    const talk = complete();
    const reply = talk.say('对的，不过电话换了');
    expect(reply.asked).toBe('mobile');
    const after = talk.say('13912345678');
    expect(after.text).toContain('其他内容不变');
    expect(submitted(talk, '没问题')).toMatchObject({ data: { mobile: '13912345678', husbandName: '张三' } });
  });

  it('asks what to change', () => {
    const talk = complete();
    const reply = talk.say('不对');
    expect(reply.quickReplies.map(({ label }) => label)).toContain('女方姓名');
    expect(talk.say('女方姓名').asked).toBe('wifeName');
  });

  it('asks what a change makes necessary, and only that', () => {
    const talk = complete();
    const reply = talk.say('补领原因改成遗失');
    expect(reply.text).toContain('补领原因已改为 遗失');
    expect(reply.blocks.some(({ type }) => type === 'field')).toBe(false);
    expect(talk.state.question).toMatchObject({ kind: 'review' });
  });

  it('does not submit at a word that says nothing about it', () => {
    const talk = complete();
    expect(submitted(talk, '今天天气不错')).toBeUndefined();
    expect(submitted(talk, '提交')).toBeDefined();
  });

  it('goes on to the number of the case', () => {
    const talk = complete();
    talk.say('提交');
    expect(talk.send({ type: 'submitted', number: 'GD-1' }).text).toContain('GD-1');
    expect(talk.state.active).toBeNull();
  });
});
