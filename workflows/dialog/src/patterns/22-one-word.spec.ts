import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';
import { sampleHall } from '../testing/sample-hall.js';

describe('22 one word', () => {
  it('finds the one service that a word stands for', () => {
    const talk = new Conversation(sampleHall());
    const reply = talk.say('退休金');
    expect(reply.asked ?? reply.quickReplies[0]!.payload).toMatch(/applicantName|service:basic-pension/u);
  });

  it('offers the services that share a word', () => {
    const talk = new Conversation(hall);
    const reply = talk.say('律师');
    expect(talk.state.active).toBeNull();
    expect(reply.quickReplies.map(({ payload }) => payload)).toEqual(expect.arrayContaining(['service:part-time-lawyer', 'service:law-firm']));
  });

  it('offers what 社保 stands for, even where the model finds it out of scope', () => {
    const talk = new Conversation(sampleHall());
    const reply = talk.say('社保', { understanding: { intents: [], outOfScope: true, spans: [] } });
    expect(reply.quickReplies.map(({ payload }) => payload)).toEqual(expect.arrayContaining(['service:basic-pension', 'none']));
    expect(reply.quickReplies.length).toBeLessThanOrEqual(4);
  });

  it('offers what 保险 may mean', () => {
    const talk = new Conversation(sampleHall());
    const reply = talk.say('保险');
    expect(talk.state.active).toBeNull();
    expect(reply.quickReplies.map(({ payload }) => payload)).toEqual(expect.arrayContaining(['none']));
    expect(reply.quickReplies.length).toBeGreaterThanOrEqual(3);
  });

  it('does not guess at a word that it does not know', () => {
    const talk = new Conversation(hall);
    const reply = talk.say('钓鱼');
    expect(talk.state.active).toBeNull();
    expect(reply.text).toContain('换个说法');
  });

  it('knows a choice by a short form of it', () => {
    const talk = new Conversation(hall);
    talk.choose('service:temporary-relief');
    talk.choose('edit:cause');
    talk.say('大病');
    expect(talk.data).toEqual({ cause: '重大疾病' });
  });

  it('takes one word as the answer to an open question', () => {
    const talk = new Conversation(hall);
    talk.choose('service:temporary-relief');
    talk.choose('edit:cause');
    talk.say('火灾');
    expect(talk.data).toEqual({ cause: '火灾' });
  });
});
