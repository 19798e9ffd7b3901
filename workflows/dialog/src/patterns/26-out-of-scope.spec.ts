import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const outOfScope = { intents: [], outOfScope: true, spans: [] };

describe('26 out of scope', () => {
  it('says so, notes it, and offers a person', () => {
    const talk = new Conversation(hall);
    const reply = talk.say('帮我点个外卖', { understanding: outOfScope });
    expect(reply.text).toContain('不在本大厅的办理范围内');
    expect(reply.effects).toContainEqual({ type: 'unanswered', text: '帮我点个外卖', service: null });
    expect(reply.quickReplies.map(({ payload }) => payload)).toContain('person');
  });

  it('keeps the form and asks on', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助');
    talk.choose('edit:mobile');
    const reply = talk.say('帮我点个外卖', { understanding: outOfScope });
    expect(talk.data).toEqual({});
    expect(reply.asked).toBe('mobile');
  });

  it('believes the words where they name a service', () => {
    const talk = new Conversation(hall);
    talk.say('我要申请临时救助', { understanding: outOfScope });
    expect(talk.state.active).toBe('temporary-relief');
  });

  it('takes an answer that the model finds strange', () => {
    const talk = new Conversation(hall);
    talk.say('申请临时救助');
    talk.choose('edit:mobile');
    talk.say('13812345678', { understanding: outOfScope });
    expect(talk.data).toEqual({ mobile: '13812345678' });
  });
});
