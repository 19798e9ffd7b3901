import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';

const at = (service: string, field: string) => {
  const talk = new Conversation(hall);
  talk.choose(`service:${service}`);
  talk.choose(`edit:${field}`);
  return talk;
};

describe('8 partial values', () => {
  it('asks for the day of a month and puts both together', () => {
    const talk = at('child-appraisal', 'childBirth');
    const reply = talk.say('2024年3月');
    expect(talk.data).toEqual({});
    expect(reply.text).toContain('还差具体哪一天');
    talk.say('15号');
    expect(talk.data).toEqual({ childBirth: '2024-03-15' });
  });

  it('offers the places of one name', () => {
    const talk = at('temporary-relief', 'homeDivision');
    const reply = talk.say('鼓楼区');
    expect(talk.data).toEqual({});
    expect(reply.quickReplies.map(({ label }) => label)).toContain('福建省福州市鼓楼区');
    talk.say('福州');
    expect(talk.data).toEqual({ homeDivision: '350102' });
  });

  it('lets the field decide between last and next', () => {
    const born = at('child-appraisal', 'childBirth');
    born.say('5月1日');
    expect(born.data).toEqual({ childBirth: '2026-05-01' });
    const booked = at('marriage-certificate', 'visitOn');
    booked.say('5月1日');
    expect(booked.data).toEqual({ visitOn: '2027-05-01' });
  });

  it('asks which year where the field does not tell', () => {
    const talk = at('startup-award', 'awardedOn');
    const reply = talk.say('5月1日');
    expect(talk.data).toEqual({});
    expect(reply.quickReplies.length).toBeGreaterThan(1);
    talk.choose('meaning:0');
    expect(talk.data).toEqual({ awardedOn: '2026-05-01' });
  });

  it('takes no guess for an amount', () => {
    const talk = at('temporary-relief', 'income');
    talk.say('大概三千');
    expect(talk.data).toEqual({});
    talk.say('3000');
    expect(talk.data).toEqual({ income: 300_000 });
  });

  it('wants the exact amount', () => {
    const talk = at('temporary-relief', 'income');
    const reply = talk.say('三千多块');
    expect(talk.data).toEqual({});
    expect(reply.text).toContain('不够确切');
    talk.say('3200');
    expect(talk.data).toEqual({ income: 320_000 });
  });
});
