import { describe, expect, it } from 'vitest';
import type { SlotFacts } from './interpretation.types.js';
import { readSlots } from './read-slots.js';

const now = new Date('2026-04-10T00:00:00+08:00');
const slot = (key: string, type: SlotFacts['type'], entries?: SlotFacts['entries']): SlotFacts => ({ key, title: key, type, ...(entries ? { entries } : {}) });
const slots = [slot('id-number', 'resident-id'), slot('mobile', 'mobile'), slot('bank-card', 'bank-card'), slot('start-date', 'date'), slot('end-date', 'date'), slot('note', 'text')];
const read = (text: string, spans: Parameters<typeof readSlots>[1] = [], bindings: Parameters<typeof readSlots>[3] = [], known: readonly SlotFacts[] = slots) => readSlots(text, spans, known, bindings, 'zh', now);
const span = (text: string, piece: string, key: string) => {
  const start = Array.from(text.slice(0, text.indexOf(piece))).length;
  return { slot: key, start, end: start + Array.from(piece).length, text: piece, score: 0.9 };
};

describe('readSlots', () => {
  it('finds by its form what the model missed, and says what is wrong with it', () => {
    expect(read('身份证号是110101198001011234')).toEqual([expect.objectContaining({ slot: 'id-number', source: 'rule', score: null, valid: false, reason: '校验码错误：末位应为 2，现在是 4' })]);
  });

  it('completes a number that the model cut, and keeps its confidence', () => {
    const text = '𠮷手机13800138000谢谢';
    expect(read(text, [span(text, '1380013', 'mobile')])).toEqual([expect.objectContaining({ slot: 'mobile', start: 3, end: 14, value: '13800138000', valid: true, source: 'model', score: 0.9 })]);
  });

  it('knows an identifier better than the model', () => {
    const text = '我的身份证号110101198001011232';
    expect(read(text, [span(text, '110101198001011232', 'bank-card')])).toEqual([expect.objectContaining({ slot: 'id-number', source: 'rule', valid: true })]);
  });

  it('leaves an amount or a date inside a text that the model marked', () => {
    const text = '备注是2026年3月31日辞职';
    expect(read(text, [span(text, '2026年3月31日辞职', 'note')])).toEqual([expect.objectContaining({ slot: 'note' })]);
  });

  it('does not guess between two slots of a type, unless the form takes one of them', () => {
    expect(read('3月31日开始')).toEqual([]);
    expect(read('3月31日开始', [], [{ slot: 'start-date', field: 'since' }])).toEqual([expect.objectContaining({ slot: 'start-date', field: 'since', value: '2026-03-31' })]);
  });

  it('lets the field say whether a day is behind or before us', () => {
    expect(read('5月1日', [], [{ slot: 'start-date', field: 'bornOn', lean: 'past' }])).toEqual([expect.objectContaining({ value: '2025-05-01' })]);
    expect(read('3月1日', [], [{ slot: 'start-date', field: 'visitOn', lean: 'future' }])).toEqual([expect.objectContaining({ value: '2027-03-01' })]);
  });

  it('reads phones, plates and percentages for slots of these types', () => {
    const known = [slot('landline', 'phone'), slot('plate', 'plate'), slot('share', 'percent')];
    expect(read('座机010-12345678，车牌京A12345，占两成', [], [], known).map(({ value }) => value)).toEqual(['010-12345678', '京A12345', 20]);
  });

  it('gives two values of one slot to two fields', () => {
    const fields = [{ slot: 'mobile', field: 'mobile' }, { slot: 'mobile', field: 'secondMobile' }];
    expect(read('电话13800138000或13900139000', [], fields).map(({ field }) => field)).toEqual(['mobile', 'secondMobile']);
  });

  it('gives the code of a dictionary’s entry, and refuses what is none', () => {
    const known = [slot('reason', 'enum', [{ code: '01', title: '生病' }, { code: '02', title: '出国', disabled: true }])];
    expect(read('因为生病', [span('因为生病', '生病', 'reason')], [], known)[0]).toMatchObject({ value: '01', valid: true });
    expect(read('因为出国', [span('因为出国', '出国', 'reason')], [], known)[0]).toMatchObject({ value: null, valid: false, reason: '不在可选范围内' });
  });

  it('ignores a slot that is not there any more', () => {
    expect(read('你好张三', [span('你好张三', '张三', 'person-name')])).toEqual([]);
  });
});
