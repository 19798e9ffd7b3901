import type { Answer, FieldWidget } from '@banshi/dialog';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeHall, says } from '../testing/fake-hall.js';
import './assistant.element.js';
import type { BanshiAssistant } from './assistant.element.js';

const answer: Answer = {
  source: 'clause',
  question: '如何申请低保？',
  text: '收入低于标准的，可以申请。',
  isPhrased: false,
  service: null,
  faq: null,
  sections: [{ part: 'materials', title: '申请材料', lines: ['身份证', '<img src=x onerror=alert(1)>'] }],
  citations: [{ policy: 'rules', title: '低保办法', issuer: '民政局', number: '', clause: 'a2', label: '第二条', path: [], quote: '收入低于标准的，可以申请。', start: 13, end: 26, marks: [[13, 17]], state: 'effective', effectiveFrom: null, effectiveTo: null, successor: null }],
  conflict: null,
  confidence: 0.9,
  related: [],
};
const widget = (more: Partial<FieldWidget>): FieldWidget => ({ service: 's', field: 'mobile', title: '手机号', type: 'mobile', required: true, sensitive: true, hint: null, options: [], value: null, columns: [], upload: null, ...more });

const hallOf = (...replies: ReturnType<typeof says>[]) => new FakeHall((_, turn) => ({ reply: replies[turn - 1] ?? says('好的'), state: { service: 's', progress: { filled: turn, required: 3 } } }));

async function show(hall: FakeHall) {
  const element = document.createElement('banshi-assistant') as BanshiAssistant;
  element.fetcher = hall.fetch;
  document.body.append(element);
  await vi.waitFor(() => expect(root(element).textContent).toContain('您好'));
  return element;
}
const root = (element: BanshiAssistant) => element.shadowRoot!;
const button = (element: BanshiAssistant, name: string) => [...root(element).querySelectorAll('button')].find((one) => one.textContent?.trim() === name || one.getAttribute('aria-label') === name)!;
const sees = (element: BanshiAssistant, text: string) => vi.waitFor(() => expect(root(element).textContent).toContain(text));
const lastInput = (hall: FakeHall) => (hall.calls.filter(({ path }) => path.endsWith('/turns')).at(-1)!.body as { input: unknown }).input;

beforeEach(() => localStorage.clear());
afterEach(() => document.body.replaceChildren());

it('shows an answer with its sources, the words that answer marked, and no markup of it', async () => {
  const hall = hallOf(says({ type: 'answer', answer }));
  const element = await show(hall);
  await vi.waitFor(() => button(element, '如何申请低保？').click());
  await sees(element, '低保办法》第二条');
  expect(root(element).querySelector('blockquote')!.textContent).toBe('收入低于标准的，可以申请。');
  expect(root(element).querySelector('blockquote mark')!.textContent).toBe('收入低于');
  expect(root(element).querySelector('img')).toBeNull();
  expect(root(element).textContent).toContain('<img src=x');
  button(element, '查看原文 《低保办法》第二条').click();
  await vi.waitFor(() => expect(root(element).querySelector('mark.place')?.textContent).toBe('收入低于标准的，可以申请。'));
});

it('fills the field that is asked for, and says a sensitive value by its end', async () => {
  const hall = hallOf(says('请问手机号？', { type: 'field', widget: widget({}) }));
  const element = await show(hall);
  element.ask('办理');
  const input = await vi.waitFor(() => root(element).querySelector<HTMLInputElement>('banshi-assistant-field input') ?? expect.fail());
  input.value = '13800138000';
  input.dispatchEvent(new Event('input'));
  root(element).querySelector<HTMLFormElement>('banshi-assistant-field form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await sees(element, '手机号：****8000');
  expect(lastInput(hall)).toEqual({ type: 'fill', values: { mobile: '13800138000' } });
  expect(root(element).querySelector('progress')!.max).toBe(3);
});

it('answers a choice with one tap, money in 分, and refuses what is no number', async () => {
  const choice = widget({ field: 'kind', title: '类型', type: 'choice', sensitive: false, options: [{ value: 'a', title: '甲' }, { value: 'b', title: '乙' }] });
  const hall = hallOf(says({ type: 'field', widget: choice }), says({ type: 'field', widget: widget({ field: 'amount', title: '金额', type: 'money', sensitive: false }) }));
  const element = await show(hall);
  element.ask('办理');
  await sees(element, '乙');
  button(element, '乙').click();
  await sees(element, '类型：乙');
  expect(lastInput(hall)).toEqual({ type: 'fill', values: { kind: 'b' } });
  await sees(element, '金额');
  const field = () => [...root(element).querySelectorAll('banshi-assistant-field')].at(-1)!;
  const enter = (text: string) => {
    const input = field().querySelector('input')!;
    input.value = text;
    input.dispatchEvent(new Event('input'));
    field().querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  };
  enter('两块');
  await sees(element, '请填数字');
  enter('0.29');
  await sees(element, '金额：0.29 元');
  expect(lastInput(hall)).toEqual({ type: 'fill', values: { amount: 29 } });
});

it('completes what is typed, by keyboard', async () => {
  const hall = hallOf(says('好的'));
  const element = await show(hall);
  const area = root(element).querySelector('textarea')!;
  area.value = '失业';
  area.dispatchEvent(new Event('input'));
  await sees(element, '失业保险金怎么领');
  const press = (key: string) => area.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true }));
  press('ArrowDown');
  await vi.waitFor(() => expect(area.getAttribute('aria-activedescendant')).toBe('banshi-match-0'));
  press('Enter');
  await sees(element, '好的');
  expect(lastInput(hall)).toEqual({ type: 'text', text: '失业保险金怎么领' });
});

it('keeps what is half typed when the page is loaded again', async () => {
  const hall = hallOf();
  const element = await show(hall);
  const area = root(element).querySelector('textarea')!;
  area.value = '我想问一下';
  area.dispatchEvent(new Event('input'));
  element.remove();
  const again = await show(hall);
  expect(root(again).querySelector('textarea')!.value).toBe('我想问一下');
});

it('is never without a name for who speaks, what is typed and what can be pressed', async () => {
  const element = await show(hallOf());
  expect(root(element).querySelector('[role=log]')!.getAttribute('aria-label')).toBe('对话');
  expect(root(element).querySelector('textarea')!.getAttribute('aria-label')).toBe('问问题，或说要办的事');
  for (const one of root(element).querySelectorAll('button')) expect(one.textContent?.trim() || one.getAttribute('aria-label')).toBeTruthy();
});
