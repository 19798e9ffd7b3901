import { describe, expect, it } from 'vitest';
import { visibleFields } from '@banshi/forms';
import type { TurnInput } from './dialog.types.js';
import { draftView } from './draft-view.js';
import { startDialog, type DialogState } from './state/dialog-state.js';
import { answer } from './testing/answer.js';
import { NOW } from './testing/conversation.js';
import { hall } from './testing/hall/hall.js';
import { turn } from './turn.js';

/** A small generator, so that a failure can be repeated by its seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const PIECES = [
  '我叫张三', '身份证号110101198001011232', '110101198001011234', '手机13812345678', '不是', '改成', '北京市东城区', '鼓楼区', '3000元', '三千多块', '2024年3月', '15号', '明天', '是', '否', '没有', '不知道', '以后再填',
  '同上', '和户籍地一样', '李芳，妻子，40岁', '；', '，', '。', '？', '为什么', '转', '上一步', '撤销', '提交', '对的', '不过', '电话换了', '重大疾病', '火灾', '都不是', '第一个', '取消', '我要申请临时救助', '还要办残疾人证', '律师',
  '\u0000', '\ud800', '😀', '<script>', '{', '__proto__', 'constructor', '删掉第二行', '第99行', '把手机号清空', '家庭月收入', '监护人', 'ａｂｃ１２３', '１３８１２３４５６７８',
];
const PAYLOADS = ['submit', 'modify', 'summary', 'back', 'undo', 'restart', 'cancel', 'none', 'yes', 'no', 'no-more', 'place:mobile', 'place:', 'meaning:0', 'meaning:', 'service:temporary-relief', 'service:disability-card', 'set:cause:火灾', 'set:hasAgent:true', 'edit:mobile', 'edit:agentName', 'skip:details', 'later:idNumber', 'clear:mobile'];

function inputOf(pick: <T>(list: readonly T[]) => T, chance: number): TurnInput {
  if (chance < 0.65) return { type: 'text', text: Array.from({ length: 1 + Math.floor(chance * 8) }, () => pick(PIECES)).join(pick(['', '，', ' '])), understanding: null, answer: chance < 0.1 ? answer('好。') : null };
  if (chance < 0.88) return { type: 'choose', payload: pick(PAYLOADS) };
  if (chance < 0.93) return { type: 'fill', values: { [pick(['mobile', 'cause', 'agentName', 'nothing', '__proto__'])]: pick<unknown>(['13812345678', null, '', 3, { a: [] }, ['x'], '火灾']) } };
  return pick<TurnInput>([{ type: 'open' }, { type: 'open', service: 'law-firm' }, { type: 'silence' }, { type: 'submitted', number: 'X' }, { type: 'refused', errors: [], message: '' }, { type: 'handed-back', note: null }]);
}

const context = { now: NOW, language: 'zh' as const, profile: {} };

describe('turn, whatever comes', () => {
  it('never throws, never changes its arguments, and asks only what may be edited and is shown', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const next = random(seed);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
      let state = startDialog();
      for (let step = 0; step < 25; step += 1) {
        const input = inputOf(pick, next());
        const before = JSON.stringify(state);
        const result = turn(state, hall, input, { ...context, language: seed % 4 === 0 ? 'en' : 'zh' });
        const place = `seed ${seed}, step ${step}, ${JSON.stringify(input)}`;
        expect(JSON.stringify(state), place).toBe(before);
        expect(result.trace.acts, place).not.toContain('error');
        expect(JSON.parse(JSON.stringify(result.state)), place).toEqual(result.state);
        for (const block of result.reply.blocks) {
          if (block.type !== 'field') continue;
          const form = hall.form(block.widget.service)!;
          const data = draftView(result.state, hall, 'zh').data;
          expect(visibleFields(form.body, data), place).toContain(block.widget.field);
        }
        state = result.state;
      }
    }
  }, 60_000);

  it('gives the same result for the same arguments', () => {
    const input: TurnInput = { type: 'text', text: '我要申请临时救助，我叫王五，手机13812345678', understanding: null, answer: null };
    expect(turn(startDialog(), hall, input, context)).toEqual(turn(startDialog(), hall, input, context));
  });

  it('begins anew with a state that is none', () => {
    for (const state of [null, undefined, 3, 'x', [], { schema: 1, drafts: { 'temporary-relief': { service: 'temporary-relief', form: 'x', entries: { mobile: 7 } } }, active: 'temporary-relief' }]) {
      const result = turn(state as unknown as DialogState, hall, { type: 'open' }, context);
      expect(result.trace.acts).not.toContain('error');
      expect(result.reply.blocks.length).toBeGreaterThan(0);
    }
  });

  it('takes time in proportion to nothing but the beginning of a long text', () => {
    const long = '北京市东城区13812345678，不是三千五百元改成2024年3月5日，'.repeat(3000);
    const start = performance.now();
    const result = turn(turn(startDialog(), hall, { type: 'choose', payload: 'service:temporary-relief' }, context).state, hall, { type: 'text', text: long, understanding: null, answer: null }, context);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(result.trace.acts).not.toContain('error');
  });
});
