import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { hall } from '../testing/hall/hall.js';
import { sampleHall } from '../testing/sample-hall.js';

const at = (field: string, service = 'temporary-relief', world = hall) => {
  const talk = new Conversation(world);
  talk.choose(`service:${service}`);
  talk.choose(`edit:${field}`);
  return talk;
};

describe('18 why, and what does it mean', () => {
  it.each(['为什么要填这个？', '这个是什么意思', '填这个干什么用？', '怎么填'])('explains the asked field at %s', (text) => {
    const talk = at('insuredMonths', 'basic-pension', sampleHall());
    const reply = talk.say(text);
    expect(reply.text).toContain('含视同缴费，可在社保缴费证明上查到');
    expect(reply.asked).toBe('insuredMonths');
    expect(talk.data).toEqual({});
  });

  it('says for what sensitive data is used', () => {
    const reply = at('idNumber').say('为什么要填身份证？');
    expect(reply.text).toContain('只用于办理这件事');
    expect(reply.asked).toBe('idNumber');
  });

  it('explains a field that is named, not the asked one', () => {
    const reply = at('insuredMonths', 'basic-pension', sampleHall()).say('最后参保单位是什么意思？');
    expect(reply.text).toContain('灵活就业人员填写');
    expect(reply.asked).toBe('insuredMonths');
  });

  it('says that a field is optional', () => {
    expect(at('details').say('这个为什么要填？').text).toContain('选填');
  });

  it('counts no failure', () => {
    const talk = at('mobile');
    talk.say('为什么要填？');
    expect(talk.state.drafts['temporary-relief']!.failures).toEqual({});
  });
});
