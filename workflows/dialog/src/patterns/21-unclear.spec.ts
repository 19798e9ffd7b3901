import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';
import { sampleHall } from '../testing/sample-hall.js';

describe('21 unclear what is wanted: at most three choices, then a person', () => {
  it('offers choices and 都不是', () => {
    const talk = new Conversation(hall);
    const reply = talk.say('我想办律师的');
    expect(talk.state.active).toBeNull();
    const payloads = reply.quickReplies.map(({ payload }) => payload);
    expect(payloads).toEqual(expect.arrayContaining(['service:part-time-lawyer', 'service:law-firm', 'none']));
    expect(payloads.length).toBeLessThanOrEqual(4);
  });

  it('takes the choice by its number or its words', () => {
    const talk = new Conversation(hall);
    talk.say('我想办律师的');
    talk.say('兼职律师');
    expect(talk.state.active).toBe('part-time-lawyer');
    const other = new Conversation(hall);
    const first = other.say('我想办律师的').quickReplies[0]!;
    other.say('第一个');
    expect(`service:${other.state.active}`).toBe(first.payload);
  });

  it('asks for other words at the first failure, and offers a person at the second', () => {
    const talk = new Conversation(hall);
    expect(talk.say('阿巴阿巴').text).toContain('换个说法');
    const second = talk.say('咕噜咕噜');
    expect(second.quickReplies.map(({ payload }) => payload)).toContain('person');
    const third = talk.say('好的');
    expect(third.effects.some(({ type }) => type === 'hand-over')).toBe(true);
  });

  it('counts 都不是 as a failure and notes what was asked', () => {
    const talk = new Conversation(hall);
    talk.say('我想办律师的');
    const reply = talk.say('都不是');
    expect(reply.effects).toContainEqual({ type: 'unanswered', text: '我想办律师的', service: null });
    expect(reply.quickReplies.map(({ payload }) => payload)).toContain('person');
  });

  it('lets the model decide where words leave a doubt', () => {
    const world = sampleHall();
    const talk = new Conversation(world);
    talk.say('帮我弄一下那个', { understanding: { intents: [{ key: 'apply-living-allowance', confidence: 0.93 }], outOfScope: false, spans: [] } });
    expect(talk.state.active).toBe('living-allowance');
    const doubtful = new Conversation(world);
    const reply = doubtful.say('帮我弄一下那个', { understanding: { intents: [{ key: 'apply-living-allowance', confidence: 0.5 }, { key: 'apply-basic-pension', confidence: 0.4 }], outOfScope: false, spans: [] } });
    expect(reply.quickReplies.map(({ payload }) => payload)).toEqual(['service:living-allowance', 'service:basic-pension', 'none']);
  });
});
