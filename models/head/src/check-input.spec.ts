import { describe, expect, it } from 'vitest';
import { checkInput } from './check-input.js';
import { smallHall } from './fixtures/small-hall.js';
import type { Example, TrainingInput } from './training-input.js';
import { TrainingProblem } from './training-problem.js';

function problemOf(change: (input: TrainingInput) => void): { code: string; details: Record<string, unknown> } {
  const input = smallHall();
  change(input);
  try {
    checkInput(input);
  } catch (error) {
    if (error instanceof TrainingProblem) return { code: error.code, details: error.details };
    throw error;
  }
  return { code: 'none', details: {} };
}
const example = (change: Partial<Example>): Example => ({ id: 'bad', text: '办事', intent: 'other', spans: [], ...change });
const withExample = (change: Partial<Example>) => (input: TrainingInput) => void input.train.push(example(change));

describe('checkInput', () => {
  it.each([
    ['empty-set', (input: TrainingInput) => void (input.train = input.validation = [])],
    ['too-few', (input: TrainingInput) => void ((input.train = input.train.slice(0, 2)), (input.validation = []))],
    ['one-class', (input: TrainingInput) => [...input.train, ...input.validation].forEach((one) => (one.intent = 'other'))],
    ['all-texts-equal', (input: TrainingInput) => [...input.train, ...input.validation].forEach((one) => ((one.text = '办'), (one.spans = [])))],
    ['empty-text', withExample({ text: ' \n' })],
    ['text-too-long', withExample({ text: '办'.repeat(10_000) })],
    ['unknown-intent', withExample({ intent: 'nowhere' })],
    ['unknown-slot', withExample({ spans: [{ start: 0, end: 1, slot: 'nowhere' }] })],
    ['span-outside-text', withExample({ text: '𠮷', spans: [{ start: 0, end: 2, slot: 'phone' }] })],
    ['span-outside-text', withExample({ spans: [{ start: 1, end: 1, slot: 'phone' }] })],
    ['overlapping-spans', withExample({ spans: [{ start: 0, end: 2, slot: 'phone' }, { start: 1, end: 2, slot: 'phone' }] })],
    ['duplicate-label', (input: TrainingInput) => void input.intents.push({ key: 'other', outOfScope: false })],
    ['empty-label', (input: TrainingInput) => void input.intents.push({ key: '', outOfScope: false })],
  ] as [string, (input: TrainingInput) => void][])('reports %s', (code, change) => {
    expect(problemOf(change).code).toBe(code);
  });

  it('names the utterance to blame', () => {
    expect(problemOf(withExample({ text: '', id: 'u-17' })).details.exampleId).toBe('u-17');
  });

  it('warns of labels with one example and with none', () => {
    const input = smallHall();
    input.intents.push({ key: 'rare', outOfScope: false });
    input.train.push(example({ id: 'rare', text: '办个稀罕事', intent: 'rare' }));
    const warnings = checkInput(input);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'label-with-one-example', label: 'rare' }));
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'label-without-example', label: 'never-used' }));
  });
});
