import { describe, expect, it } from 'vitest';
import { parseDialogTests } from './parse-dialog-tests.js';
import { writeDialogTests } from './write-dialog-tests.js';

const whole = `# 样例
test_cases:
  - name: 退休金
    service: basic-pension
    today: 2026-11-25
    steps:
      - user: 我叫张三，手机13812345678
        assertions:
          - flow_started: basic-pension
          - slot_was_set: { applicantName: 张三, insuredMonths: 183 }
          - slot_was_not_set: [idNumber]
          - bot_uttered: [手机, 姓名]
      - choose: person
        assertions:
          - handed_over
      - fill: { mobile: "13912345678" }
      - silence: true
`;

describe('dialogue tests', () => {
  it('are read with the lines where their parts stand', () => {
    const { cases, problems } = parseDialogTests(whole);
    expect(problems).toEqual([]);
    expect(cases).toEqual([
      {
        line: 3,
        name: '退休金',
        service: 'basic-pension',
        today: '2026-11-25',
        steps: [
          {
            line: 7,
            input: { type: 'text', text: '我叫张三，手机13812345678' },
            assertions: [
              { line: 9, type: 'flow_started', service: 'basic-pension' },
              { line: 10, type: 'slot_was_set', fields: [{ name: 'applicantName', value: '张三' }, { name: 'insuredMonths', value: 183 }] },
              { line: 11, type: 'slot_was_not_set', fields: [{ name: 'idNumber', value: undefined }] },
              { line: 12, type: 'bot_uttered', texts: ['手机', '姓名'] },
            ],
          },
          { line: 13, input: { type: 'choose', payload: 'person' }, assertions: [{ line: 15, type: 'handed_over' }] },
          { line: 16, input: { type: 'fill', values: { mobile: '13912345678' } }, assertions: [] },
          { line: 17, input: { type: 'silence' }, assertions: [] },
        ],
      },
    ]);
  });

  it('are written and read back to the same', () => {
    const { cases } = parseDialogTests(whole);
    const unlined = (value: unknown) => JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'line' ? undefined : one))) as unknown;
    expect(unlined(parseDialogTests(writeDialogTests(cases)))).toEqual(unlined({ cases, problems: [] }));
  });

  it('takes numbers as texts where somebody says them', () => {
    expect(parseDialogTests('test_cases:\n  - name: a\n    steps:\n      - user: 007\n').cases[0]!.steps[0]!.input).toEqual({ type: 'text', text: '007' });
  });

  it.each([
    ['', [[1, 'no-cases']]],
    ['test_cases: []', [[1, 'no-cases']]],
    ['test_cases:\n  - name: a\n   steps: [', [[3, 'not-yaml']]],
    ['test_cases:\n  - steps:\n      - user: 你好\n', [[2, 'name-missing']]],
    ['test_cases:\n  - name: a\n    steps: []\n', [[3, 'no-steps']]],
    ['test_cases:\n  - name: a\n    step:\n      - user: 你好\n', [[2, 'no-steps'], [3, 'unknown-key']]],
    ['test_cases:\n  - name: a\n    today: 明天\n    steps:\n      - user: 你好\n', [[3, 'not-a-day']]],
    ['test_cases:\n  - name: a\n    steps:\n      - assertions: []\n', [[4, 'input-missing']]],
    ['test_cases:\n  - name: a\n    steps:\n      - user: 你好\n        choose: x\n', [[4, 'input-twice']]],
    ['test_cases:\n  - name: a\n    steps:\n      - user: [你好]\n', [[4, 'text-expected']]],
    ['test_cases:\n  - name: a\n    steps:\n      - user: 你好\n        assertions:\n          - slot_is: x\n', [[6, 'unknown-assertion']]],
    ['test_cases:\n  - name: a\n    steps:\n      - user: 你好\n        assertions:\n          - bot_uttered:\n', [[6, 'text-expected']]],
    ['test_cases:\n  - name: a\n    steps:\n      - user: 你好\n  - name: a\n    steps:\n      - user: 你好\n', [[5, 'name-twice']]],
  ])('names what is wrong with %j, and where', (text, expected) => {
    const found = parseDialogTests(text).problems.map(({ line, code }) => [line, code]);
    for (const one of expected) expect(found).toContainEqual(one);
  });

  it('does not unfold anchors, and ends soon on what is huge', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\ntest_cases: *b\n`;
    expect(parseDialogTests(bomb).problems).toContainEqual({ line: 2, code: 'not-yaml', what: 'ALIAS' });
    const begin = performance.now();
    parseDialogTests(`test_cases:\n${'  - name: a\n    steps:\n      - user: 你好\n'.repeat(4_000)}`);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});
