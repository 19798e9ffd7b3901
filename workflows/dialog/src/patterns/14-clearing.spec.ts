import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const filled = () => {
  const talk = new Conversation(hall);
  talk.say('高等学校教师资格认定，我叫张三，手机号13812345678，电子邮箱是zhangsan@example.com，入职日期2024年9月1日');
  expect(talk.data).toEqual({ applicantName: '张三', mobile: '13812345678', email: 'zhangsan@example.com', hiredOn: '2024-09-01' });
  return talk;
};

describe('14 clearing a field', () => {
  it.each(['把电子邮箱清空', '电子邮箱不填了', '删掉电子邮箱'])('reads %s', (text) => {
    const talk = filled();
    const reply = talk.say(text);
    expect(talk.data).not.toHaveProperty('email');
    expect(reply.text).toContain('电子邮箱已清空');
  });

  it('asks again for what is required', () => {
    const talk = filled();
    talk.say('110101198001011232');
    talk.say('把手机号删掉');
    expect(talk.say('广州大学').asked).toBe('mobile');
  });

  it('can be undone', () => {
    const talk = filled();
    talk.say('把入职日期清空');
    talk.say('撤销');
    expect(talk.data).toMatchObject({ hiredOn: '2024-09-01' });
  });

  it('says that a field is empty already', () => {
    const talk = filled();
    expect(talk.say('把毕业院校清空').text).toContain('本来就是空的');
  });

  it('clears from the form beside the chat', () => {
    const talk = filled();
    talk.send({ type: 'fill', values: { email: null } });
    expect(talk.data).not.toHaveProperty('email');
  });
});
