import { describe, expect, it } from 'vitest';
import { Conversation } from '../testing/conversation.js';
import { line } from '../testing/hall/fixture.js';
import { hall, hallContents } from '../testing/hall/hall.js';
import { worldOf } from '../testing/world-of.js';
import { parseState } from '../state/parse-state.js';

const started = () => {
  const talk = new Conversation(hall);
  talk.say('申请临时救助，我叫王五，手机13812345678，家庭月收入3000元，困难情况说明是一时没有收入');
  return talk;
};

/** The same hall, with another form for temporary relief. */
function changed(edit: (form: { properties: Record<string, unknown>; required: string[] }) => void) {
  const contents = JSON.parse(JSON.stringify(hallContents())) as ReturnType<typeof hallContents>;
  edit(contents.forms['temporary-relief']!.schema as unknown as { properties: Record<string, unknown>; required: string[] });
  return worldOf({ ...contents, bundle: 'bundle-2' });
}

describe('27 going on after days, with another bundle', () => {
  it('goes on with the same bundle without a word about changes', () => {
    const talk = started();
    const reply = talk.send({ type: 'open' });
    expect(reply.text).toContain('继续办理“临时救助业务预约申请”');
    expect(reply.text).not.toContain('更新');
    expect(reply.asked).toBe('idNumber');
  });

  it('says that a field is gone, and keeps the rest', () => {
    const talk = started();
    talk.world = changed(({ properties, required }) => {
      delete properties['income'];
      required.splice(required.indexOf('income'), 1);
    });
    const reply = talk.send({ type: 'open' });
    expect(reply.text).toContain('不再需要：家庭月收入');
    expect(talk.data).toEqual({ applicantName: '王五', mobile: '13812345678', details: '一时没有收入' });
  });

  it('says that a field is new, and asks it', () => {
    const talk = started();
    talk.world = changed(({ properties, required }) => {
      properties['village'] = line('所属居委会');
      required.push('village');
    });
    expect(talk.say('110101198001011232').text).toContain('新增：所属居委会');
    expect(talk.data).toMatchObject({ idNumber: '110101198001011232', applicantName: '王五' });
  });

  it('has a value filled in again that the form no longer takes', () => {
    const talk = started();
    talk.world = changed(({ properties }) => {
      properties['applicantName'] = line('申请人姓名', { minLength: 3 });
    });
    const reply = talk.send({ type: 'open' });
    expect(reply.text).toContain('要重新填：申请人姓名');
    expect(reply.asked).toBe('applicantName');
  });

  it('says that a service is no longer handled', () => {
    const talk = started();
    const contents = hallContents();
    const { 'temporary-relief': gone, ...services } = contents.services;
    expect(gone).toBeDefined();
    talk.world = worldOf({ ...contents, services, bundle: 'bundle-2' });
    const reply = talk.send({ type: 'open' });
    expect(reply.text).toContain('不能在网上办理了');
    expect(talk.state.active).toBeNull();
  });

  it('says nothing about a bundle that leaves the form as it was', () => {
    const talk = started();
    talk.world = worldOf({ ...hallContents(), bundle: 'bundle-3' });
    const reply = talk.say('110101198001011232');
    expect(reply.text).not.toContain('更新');
    expect(talk.data).toMatchObject({ idNumber: '110101198001011232' });
  });

  it('is read from what was stored, and nothing else is', () => {
    const talk = started();
    expect(parseState(JSON.parse(JSON.stringify(talk.state)))).toEqual(talk.state);
    expect(parseState({ schema: 2 })).toBeNull();
    expect(parseState('state')).toBeNull();
    expect(parseState({ schema: 1, drafts: { a: 3 }, question: { kind: 'place' }, waiting: [null], mode: 'x' })).toMatchObject({ drafts: {}, question: null, waiting: [], mode: 'assistant' });
  });
});
