import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const table = () => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助');
  talk.choose('edit:family');
  return talk;
};
const rows = (talk: Conversation) => talk.data['family'];

describe('11 rows of a table', () => {
  it('takes several rows at once', () => {
    const talk = table();
    const reply = talk.say('李芳，妻子，40岁，2000元；王小明，儿子，12岁');
    expect(rows(talk)).toEqual([{ name: '李芳', relation: '妻子', age: 40, income: 200_000 }, { name: '王小明', relation: '儿子', age: 12 }]);
    expect(reply.text).toContain('还有下一行吗');
  });

  it('takes one row after another until there are no more', () => {
    const talk = table();
    talk.say('李芳，妻子，40岁');
    talk.say('王小明 儿子 12');
    const reply = talk.say('没有了');
    expect(rows(talk)).toHaveLength(2);
    expect(reply.asked).toBe('applicantName');
  });

  it('asks for the cell that a row lacks', () => {
    const talk = table();
    const reply = talk.say('李芳，妻子');
    expect(rows(talk)).toBeUndefined();
    expect(reply.text).toContain('第 1 行的年龄');
    talk.say('40岁');
    expect(rows(talk)).toEqual([{ name: '李芳', relation: '妻子', age: 40 }]);
  });

  it('removes and changes rows', () => {
    const talk = table();
    talk.say('李芳，妻子，40岁；王小明，儿子，12岁');
    talk.say('第二行的年龄改成13');
    expect(rows(talk)).toMatchObject([{ age: 40 }, { age: 13 }]);
    talk.say('删掉第一行');
    expect(rows(talk)).toEqual([{ name: '王小明', relation: '儿子', age: 13 }]);
    expect(talk.say('删掉第五行').text).toContain('没有第 5 行');
  });

  it('refuses a row that the form refuses, and says why', () => {
    const talk = table();
    const reply = talk.say('李芳，妻子，400岁');
    expect(rows(talk)).toBeUndefined();
    expect(reply.text).toContain('不能大于 120');
  });

  it('reads a row that is told in one breath', () => {
    const talk = table();
    talk.say('老婆李芳35岁');
    expect(rows(talk)).toEqual([{ name: '李芳', relation: '老婆', age: 35 }]);
    talk.say('儿子王小明，10岁');
    expect(rows(talk)).toHaveLength(2);
    expect(talk.say('不用了').asked).toBe('applicantName');
  });

  it('adds a row later', () => {
    const talk = table();
    talk.say('李芳，妻子，40岁');
    talk.say('没有了');
    talk.say('加一行：王小明，儿子，12岁');
    expect(rows(talk)).toHaveLength(2);
  });
});
