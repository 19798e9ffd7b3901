import { requiredFields } from '@banshi/forms';
import { describe, expect, it } from 'vitest';
import { Conversation } from './testing/conversation.js';
import { hall } from './testing/hall/hall.js';
import { paragraphs } from './testing/paragraphs.js';

/** Of the fields that must be filled, how many one paragraph fills; and what it fills wrongly. */
function measure({ service, text, says }: (typeof paragraphs)[number]) {
  const talk = new Conversation(hall);
  talk.say(text);
  const form = hall.form(service)!.body;
  const required = requiredFields(form, talk.data).filter((field) => !['family', 'founders'].includes(field));
  const filled = required.filter((field) => field in talk.data);
  const wrong = Object.entries(talk.data).filter(([field, value]) => JSON.stringify(says[field]) !== JSON.stringify(value)).map(([field, value]) => `${field}: ${JSON.stringify(value)}`);
  const missed = Object.keys(says).filter((field) => !(field in talk.data));
  return { active: talk.state.active, required: required.length, filled: filled.length, wrong, missed, said: Object.keys(says).length, taken: Object.keys(talk.data).length };
}

describe('one paragraph', () => {
  const measured = paragraphs.map((paragraph) => ({ ...measure(paragraph), service: paragraph.service }));

  it('opens the service that it is about', () => {
    expect(measured.map(({ active }) => active)).toEqual(paragraphs.map(({ service }) => service));
  });

  it('fills nothing wrongly', () => {
    expect(measured.flatMap(({ service, wrong }) => wrong.map((one) => `${service} ${one}`))).toEqual([]);
  });

  it('fills at least 70 % of the required fields, of every form and on the whole', () => {
    for (const { service, filled, required, missed } of measured) expect(filled / required, `${service}, missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(0.7);
    const share = measured.reduce((sum, { filled }) => sum + filled, 0) / measured.reduce((sum, { required }) => sum + required, 0);
    expect(share).toBeGreaterThanOrEqual(0.9);
  });
});
