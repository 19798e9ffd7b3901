import { describe, expect, it } from 'vitest';
import { asCurl } from '../providers/hall-client.js';
import { intentBars, progressOf, valueText, type HallCase } from './hall.js';

const found: HallCase = { number: 'N1', service: 'benefit', serviceTitle: '失业保险金申领', state: 'RUNNING', result: null, submittedAt: '2026-01-01T00:00:00Z', completedAt: null, steps: [{ title: '受理', state: 'waiting', startedAt: '2026-01-01T00:00:00Z', doneAt: null, outcome: null, reason: null }] };

describe('what the hall answers', () => {
  it('orders the intents that were weighed', () => {
    const intents = intentBars({ intent: { key: 'a', title: 'A', confidence: 0.7 }, alternatives: [{ key: 'b', title: 'B', confidence: 0.1 }, { key: 'c', title: 'C', confidence: 0.2 }] });
    expect(intents.map(({ key }) => key)).toEqual(['a', 'c', 'b']);
    expect(intentBars({ intent: null, alternatives: [] })).toEqual([]);
  });

  it('shows a case from its submission to its end', () => {
    expect(progressOf(found).map(({ kind, state }) => [kind, state])).toEqual([['submitted', 'done'], ['step', 'waiting'], ['ended', 'waiting']]);
    expect(progressOf({ ...found, state: 'COMPLETED', completedAt: '2026-01-02T00:00:00Z' }).at(-1)).toMatchObject({ state: 'done', at: '2026-01-02T00:00:00Z' });
  });

  it('reads values, and words where there is none', () => {
    expect(valueText(null, '原文')).toBe('原文');
    expect(valueText(12, '')).toBe('12');
    expect(valueText({ code: '1' }, '')).toBe('{"code":"1"}');
  });
});

describe('a request as a command line', () => {
  it('quotes the body and names the secrets', () => {
    const text = asCurl({ method: 'POST', path: '/hall/v1/interpret', body: { text: "it's" } }, 'http://hall.example');
    expect(text).toContain("-d '{\"text\":\"it'\\''s\"}'");
    expect(text).toContain('$HALL_KEY');
    expect(text).not.toContain('APPLICANT');
  });

  it('sends the applicant with cases', () => {
    expect(asCurl({ method: 'GET', path: '/hall/v1/cases', body: undefined }, '')).toContain('X-Banshi-Applicant');
  });
});
