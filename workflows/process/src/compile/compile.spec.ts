import { describe, expect, it } from 'vitest';
import { draw, wrap } from '../fixtures/draw.js';
import { compileFixture, readFixture } from '../fixtures/read-fixture.js';
import { PROBLEM_SEVERITIES, type ProblemCode, type ProcessProblem } from '../model/process-problem.js';
import { processProblemText } from '../model/problem-text.js';
import { compile } from './compile.js';

const LINE = { s: 'start', t: 'task', e: 'end' };

async function problemsOf(xml: string): Promise<string[]> {
  return (await compile(xml)).problems.map((problem) => `${problem.code} ${problem.element ?? '-'}`);
}

describe('compile', () => {
  it.each(['review', 'parallel', 'two-ends'] as const)('finds nothing wrong with %s', async (name) => {
    const { model, problems } = await compile(readFixture(name));
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it('reads everything the engine needs', async () => {
    const model = await compileFixture('review');
    expect(model).toMatchObject({ version: 1, id: 'review', name: '补贴审批', start: 'start' });
    expect(model.elements['acceptance']).toEqual({
      id: 'acceptance',
      type: 'user-task',
      name: '受理',
      incoming: ['to-acceptance', 'back-to-acceptance'],
      outgoing: ['to-accepted'],
      assignee: null,
      candidateGroups: ['role:clerk', 'department:$service'],
      formId: null,
      fields: { default: 'read', access: {} },
      outcomes: {
        variable: 'acceptanceResult',
        values: [
          { value: 'accepted', title: '受理', titleEn: 'Accept', requireComment: false },
          { value: 'returned', title: '退回补正', titleEn: 'Return', requireComment: true },
          { value: 'rejected', title: '不予受理', titleEn: 'Reject', requireComment: true },
        ],
      },
    });
    expect(model.elements['start']).toMatchObject({ type: 'start', fields: { default: 'edit', access: { approvedAmount: 'hidden', opinion: 'hidden' } } });
    expect(model.elements['review-task']).toMatchObject({ formId: 'review-form' });
    expect(model.elements['leader']).toMatchObject({ assignee: 'li-si', candidateGroups: [] });
    expect(model.elements['accepted']).toMatchObject({ outgoing: ['flow-accepted', 'flow-returned', 'flow-rejected'], defaultFlow: 'flow-rejected' });
    expect(model.elements['refused']).toMatchObject({ type: 'end', result: 'refused' });
    expect(model.flows['flow-large']).toMatchObject({ source: 'size', target: 'leader', condition: { source: '= approvedAmount > 1000000', variables: [['approvedAmount']] } });
  });

  it.each<[string, string, string[]]>([
    ['no process', wrap('<message id="m" />'), ['no-process -']],
    ['no start event', draw({ t: 'task', e: 'end' }, ['t -> e']), ['no-start-event -']],
    ['two start events', draw({ ...LINE, s2: 'start' }, ['s -> t', 's2 -> t', 't -> e']), ['several-start-events s2']],
    ['no end event', draw({ s: 'start', t: 'task' }, ['s -> t']), ['no-end-event -', 'no-outgoing t']],
    ['a flow to nowhere', draw(LINE, ['s -> t', 't -> e', 't -> gone']), ['dangling-flow t_gone']],
    ['a flow into the start', draw({ ...LINE, x: 'xor' }, ['s -> t', 't -> x', 'x => e', 'x -> s : =a']), ['flow-into-start s']],
    ['a flow out of the end', draw(LINE, ['s -> t', 't -> e', 'e -> t']), ['flow-out-of-end e']],
    ['a task that forks', draw({ ...LINE, e2: 'end' }, ['s -> t', 't -> e', 't -> e2']), ['several-outgoing t']],
    ['a task that leads nowhere', draw({ ...LINE, x: 'xor', u: 'task' }, ['s -> t', 't -> x', 'x => e', 'x -> u : =a']), ['no-outgoing u']],
    ['an island', draw({ ...LINE, u: 'task' }, ['s -> t', 't -> e', 'u -> e']), ['unreachable-element u']],
    ['a loop that nobody leaves', draw({ ...LINE, x: 'xor', u: 'task', v: 'task' }, ['s -> t', 't -> x', 'x => e', 'x -> u : =a', 'u -> v', 'v -> u']), ['no-way-to-end u', 'no-way-to-end v']],
    ['a loop without a task', draw({ ...LINE, x: 'xor', y: 'xor' }, ['s -> t', 't -> x', 'x -> y', 'y => e', 'y -> x : =a']), ['endless-loop x']],
    ['a choice without conditions', draw({ ...LINE, x: 'xor', f: 'end' }, ['s -> t', 't -> x', 'x -> e', 'x => f']), ['condition-missing x_e']],
    ['a choice without a default', draw({ ...LINE, x: 'xor', f: 'end' }, ['s -> t', 't -> x', 'x -> e : =a', 'x -> f : =b']), ['default-missing x']],
    ['a default with a condition', draw({ ...LINE, x: 'xor', f: 'end' }, ['s -> t', 't -> x', 'x -> e : =a', 'x => f : =b']), ['default-with-condition x_f']],
    ['a condition where nobody looks', draw(LINE, ['s -> t', 't -> e : =a']), ['condition-misplaced t_e']],
    ['a condition that does not parse', draw({ ...LINE, x: 'xor', f: 'end' }, ['s -> t', 't -> x', 'x -> e : =a >', 'x => f']), ['condition-invalid x_e']],
    ['a condition in Java', draw({ ...LINE, x: 'xor', f: 'end' }, ['s -> t', 't -> x', 'x -> e : =a', 'x => f']).replace('xsi:type="tFormalExpression"', 'xsi:type="tFormalExpression" language="http://www.java.com/java"'), ['condition-language x_e']],
    ['a task for nobody', draw(LINE, ['s -> t', 't -> e'], { t: '<zeebe:userTask />' }), ['assignment-missing t']],
    ['an unknown group', draw(LINE, ['s -> t', 't -> e'], { t: '<zeebe:assignmentDefinition candidateGroups="role:clerk,team:a,role:$service" />' }), ['candidate-group-unknown t', 'candidate-group-unknown t']],
    ['a service task', draw({ ...LINE, u: 'serviceTask' }, ['s -> t', 't -> u', 'u -> e']), ['unsupported-element u']],
    ['a timer start', draw(LINE, ['s -> t', 't -> e'], { s: '<!--raw--><timerEventDefinition />' }), ['unsupported-element s']],
    ['a boundary event', draw({ ...LINE, b: 'boundaryEvent', f: 'end' }, ['s -> t', 't -> e', 'b -> f'], { b: '<!--raw--><timerEventDefinition />' }).replace('id="b"', 'id="b" attachedToRef="t"'), ['unsupported-element b']],
    ['an unknown setting', draw(LINE, ['s -> t', 't -> e'], { t: '<zeebe:assignmentDefinition candidateGroups="post:window" /><zeebe:taskSchedule dueDate="P1D" />' }), ['unsupported-extension t']],
    ['a second process', draw(LINE, ['s -> t', 't -> e']).replace('</definitions>', '<process id="q" /></definitions>'), ['unsupported-element q']],
    ['a process not executable', draw(LINE, ['s -> t', 't -> e']).replace(' isExecutable="true"', ''), ['not-executable p']],
    ['a reserved id', draw({ s: 'start', e: 'end', constructor: 'task' }, ['s -> e']), ['illegal-id -']],
    ['bad field rules', draw(LINE, ['s -> t', 't -> e'], { s: '<banshi:fields default="write"><banshi:field access="read" /><banshi:field name="a" access="read" /><banshi:field name="a" access="edit" /><banshi:field name="b" access="all" /></banshi:fields>' }), ['field-access-unknown s', 'field-name-missing s', 'field-duplicate s', 'field-access-unknown s']],
    ['bad outcomes', draw(LINE, ['s -> t', 't -> e'], { t: '<zeebe:assignmentDefinition candidateGroups="role:clerk" /><banshi:outcomes variable="1x"><banshi:outcome title="甲" /><banshi:outcome value="a" title="甲" /><banshi:outcome value="a" /></banshi:outcomes>' }), ['outcome-variable-invalid t', 'outcome-value-missing t', 'outcome-duplicate t', 'outcome-title-missing t']],
    ['no outcomes', draw(LINE, ['s -> t', 't -> e'], { t: '<zeebe:assignmentDefinition candidateGroups="role:clerk" /><banshi:outcomes variable="x" />' }), ['outcomes-empty t']],
    ['an unknown result', draw(LINE, ['s -> t', 't -> e'], { e: '<banshi:result value="lost" />' }), ['result-unknown e']],
    ['an exclusive fork joined by a parallel gateway', draw({ ...LINE, x: 'xor', u: 'task', j: 'and' }, ['s -> x', 'x -> t : =a', 'x => u', 't -> j', 'u -> j', 'j -> e']), ['join-may-deadlock j']],
    ['a branch that escapes its join', draw({ ...LINE, f: 'and', u: 'task', x: 'xor', j: 'and', g: 'end' }, ['s -> f', 'f -> t', 'f -> u', 't -> x', 'x -> g : =a', 'x => j', 'u -> j', 'j -> e']), ['join-may-deadlock j']],
    ['a join in its own loop', draw({ ...LINE, j: 'and', x: 'xor' }, ['s -> j', 'j -> t', 't -> x', 'x -> j : =a', 'x => e']), ['join-may-deadlock j']],
  ])('finds %s', async (_title, xml, expected) => {
    const { model, problems } = await compile(xml);
    expect(await problemsOf(xml)).toEqual(expected);
    expect(model === null).toBe(problems.some((problem) => problem.severity === 'error'));
  });

  it('accepts nested parallel blocks and a choice inside a branch', async () => {
    const nested = draw({ ...LINE, f: 'and', g: 'and', h: 'and', j: 'and', u: 'task', v: 'task', x: 'xor', m: 'xor' }, [
      's -> f', 'f -> x', 'x -> t : =a', 'x => m', 't -> m', 'm -> j', 'f -> g', 'g -> u', 'g -> v', 'u -> h', 'v -> h', 'h -> j', 'j -> e',
    ]);
    expect(await problemsOf(nested)).toEqual([]);
  });

  it('passes over what carries no token', async () => {
    const xml = draw(LINE, ['s -> t', 't -> e']).replace('</process>', '<dataObject id="d" /><dataObjectReference id="r" dataObjectRef="d" /><textAnnotation id="a"><text>说明</text></textAnnotation><association id="l" sourceRef="t" targetRef="a" /><group id="g" /></process>');
    expect(await problemsOf(xml)).toEqual([]);
  });

  it('reports the loop, not the wait: a loop with a task in it is fine', async () => {
    expect(await problemsOf(draw({ ...LINE, x: 'xor' }, ['s -> t', 't -> x', 'x => e', 'x -> t : =again']))).toEqual([]);
  });

  it('takes a thousand steps and no more', async () => {
    const chain = (length: number) => {
      const tasks = Array.from({ length: length - 2 }, (_, index) => `t${index}`);
      const ids = ['s', ...tasks, 'e'];
      return draw({ s: 'start', ...Object.fromEntries(tasks.map((id) => [id, 'task'])), e: 'end' }, ids.slice(1).map((id, index) => `${ids[index]} -> ${id}`));
    };
    expect(await problemsOf(chain(1_000))).toEqual([]);
    expect(await problemsOf(chain(1_001))).toEqual(['too-large p']);
  });
});

describe('processProblemText', () => {
  it.each(Object.keys(PROBLEM_SEVERITIES) as ProblemCode[])('says in both languages what is wrong with %s and how to mend it', (code) => {
    const problem: ProcessProblem = { code, severity: PROBLEM_SEVERITIES[code], element: 'a', params: { name: '受理', line: 3 } };
    const zh = processProblemText(problem, 'zh');
    const en = processProblemText(problem, 'en');
    expect(zh.split('。').length).toBeGreaterThan(2);
    expect(en.split('. ').length).toBeGreaterThan(1);
    expect(`${zh}${en}`).not.toMatch(/[{}]|undefined/);
  });

  it('names the kind of element', () => {
    const problem: ProcessProblem = { code: 'unsupported-element', severity: 'error', element: 'a', params: { name: '通知', type: 'bpmn:ServiceTask' } };
    expect(processProblemText(problem, 'zh')).toContain('“通知”是服务任务');
    expect(processProblemText(problem, 'en')).toContain('“通知” is a service task');
  });
});
