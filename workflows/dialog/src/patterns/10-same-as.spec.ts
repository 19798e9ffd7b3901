import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const started = (text = '') => {
  const talk = new Conversation(hall);
  talk.say(`申请临时救助${text}`);
  return talk;
};

describe('10 同上, 和户籍一样', () => {
  it('copies the nearest of the same kind', () => {
    const talk = started('，户籍地是北京市东城区');
    talk.choose('edit:liveDivision');
    const reply = talk.say('同上');
    expect(talk.data).toMatchObject({ homeDivision: '110101', liveDivision: '110101' });
    expect(reply.text).toContain('居住地与户籍地相同：北京市东城区');
  });

  it('copies the one that is named', () => {
    const talk = started('，户籍地是北京市东城区');
    talk.choose('edit:liveDivision');
    talk.say('和户籍一样');
    expect(talk.data).toMatchObject({ liveDivision: '110101' });
  });

  it('copies although neither was asked, in the sentence that fills the first', () => {
    const talk = started('，户籍地是北京市东城区，居住地和户籍地一样');
    expect(talk.data).toEqual({ homeDivision: '110101', liveDivision: '110101' });
  });

  it('says that there is nothing to copy yet', () => {
    const talk = started();
    talk.choose('edit:liveDivision');
    const reply = talk.say('和户籍地一样');
    expect(reply.text).toContain('户籍地还没有填');
    expect(talk.data).toEqual({});
  });

  it('copies nothing of another kind', () => {
    const talk = started('，我叫王五');
    talk.choose('edit:mobile');
    const reply = talk.say('同上');
    expect(talk.data).toEqual({ applicantName: '王五' });
    expect(reply.text).toContain('还没有可以照抄的');
    expect(reply.asked).toBe('mobile');
  });
});
