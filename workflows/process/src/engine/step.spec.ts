import { describe, expect, it } from 'vitest';
import { draw } from '../fixtures/draw.js';
import { compileFixture, compileGood } from '../fixtures/read-fixture.js';
import { counting, NOW, TestCase } from '../fixtures/run-case.js';
import type { ProcessModel } from '../model/process-model.js';
import { emptyInstance } from './instance-rows.js';
import { step } from './step.js';

const reviewCase = async () => new TestCase(await compileFixture('review'));
const refusal = (code: string) => ({ ok: false, error: { code } });

describe('a case from start to end', () => {
  it('takes the way that outcomes and amounts choose', async () => {
    const test = (await reviewCase()).start({ name: '张三', amount: 500_000, approvedAmount: null, opinion: null });
    expect(test.at()).toEqual(['acceptance']);
    test.complete('acceptance', 'returned').complete('supplement', undefined, { name: '张三丰' }).complete('acceptance', 'accepted');
    test.complete('review-task', undefined, { approvedAmount: 2_000_000 }).complete('leader', 'approved');
    expect(test.instance).toMatchObject({ state: 'completed', result: 'granted', tokens: [], variables: { name: '张三丰', leaderResult: 'approved' } });
  });

  it('takes the default flow when no condition holds', async () => {
    const test = (await reviewCase()).start({ amount: 1 }).complete('acceptance', 'rejected');
    expect(test.instance).toMatchObject({ state: 'completed', result: 'refused' });
  });

  it('tells the changes, the history and the effects', async () => {
    const result = step(await compileFixture('review'), emptyInstance(), { type: 'start', variables: { amount: 1 }, actor: 'applicant-1' }, counting());
    if (!result.ok) throw new Error(result.error.code);
    expect(result.changes.map((change) => (change.kind === 'history' ? `${change.event} ${change.element ?? '-'}` : change.kind))).toEqual([
      'variables-set', 'started -', 'token-created', 'entered start', 'left start', 'token-moved', 'entered acceptance', 'token-moved', 'task-created',
    ]);
    expect(result.changes.find((change) => change.kind === 'history')).toEqual({ kind: 'history', element: null, event: 'started', at: NOW, actor: 'applicant-1', detail: {} });
    expect(result.instance.tasks).toEqual([{ id: 'n2', tokenId: 'n1', element: 'acceptance', state: 'open', candidateGroups: ['role:clerk', 'department:$service'], assignee: null }]);
    expect(result.effects).toEqual([{ type: 'task-created', taskId: 'n2' }]);
  });

  it('gives the same result for the same input', async () => {
    const model = await compileFixture('parallel');
    const run = () => step(model, emptyInstance(), { type: 'start', variables: {} }, counting());
    expect(run()).toEqual(run());
  });
});

describe('tasks', () => {
  it('belong to whom claims them until released', async () => {
    const test = (await reviewCase()).start();
    const { id: taskId } = test.task('acceptance');
    test.do({ type: 'claim-task', taskId, actor: 'zhang-san' });
    expect(test.do({ type: 'claim-task', taskId, actor: 'zhang-san' }).changes).toEqual([]);
    expect(test.try({ type: 'claim-task', taskId, actor: 'wang-wu' })).toMatchObject({ ok: false, error: { code: 'task-held-by-other', params: { assignee: 'zhang-san' } } });
    expect(test.try({ type: 'release-task', taskId, actor: 'wang-wu' })).toMatchObject(refusal('task-held-by-other'));
    expect(test.try({ type: 'complete-task', taskId, variables: {}, outcome: 'accepted', actor: 'wang-wu' })).toMatchObject(refusal('task-held-by-other'));
    test.do({ type: 'release-task', taskId, actor: 'zhang-san' });
    expect(test.try({ type: 'release-task', taskId, actor: 'zhang-san' })).toMatchObject(refusal('task-not-claimed'));
    test.do({ type: 'complete-task', taskId, variables: {}, outcome: 'accepted', actor: 'wang-wu' });
    expect(test.instance.tasks[0]).toMatchObject({ state: 'completed', assignee: 'wang-wu' });
    expect(test.try({ type: 'complete-task', taskId, variables: {}, outcome: 'accepted', actor: 'wang-wu' })).toMatchObject(refusal('task-ended'));
  });

  it('are held from the start by a fixed assignee', async () => {
    const test = (await reviewCase()).start().complete('acceptance', 'accepted').complete('review-task', undefined, { approvedAmount: 2_000_000 });
    expect(test.task('leader')).toMatchObject({ state: 'claimed', assignee: 'li-si' });
  });

  it('refuse what their step does not allow', async () => {
    const test = (await reviewCase()).start({ amount: 1 });
    const { id: taskId } = test.task('acceptance');
    const complete = (more: object) => test.try({ type: 'complete-task', taskId, variables: {}, actor: 'zhang-san', ...more });
    expect(complete({})).toMatchObject(refusal('outcome-required'));
    expect(complete({ outcome: 'perhaps' })).toMatchObject(refusal('outcome-unknown'));
    expect(complete({ outcome: 'returned' })).toMatchObject(refusal('comment-required'));
    expect(complete({ outcome: 'returned', comment: ' ' })).toMatchObject(refusal('comment-required'));
    expect(complete({ outcome: 'accepted', variables: { amount: 9 } })).toMatchObject({ ok: false, error: { code: 'field-not-editable', params: { field: 'amount' } } });
    expect(complete({ outcome: 'accepted', variables: { acceptanceResult: 'returned' } })).toMatchObject(refusal('field-not-editable'));
    expect(test.try({ type: 'claim-task', taskId: 'none', actor: 'zhang-san' })).toMatchObject(refusal('task-not-found'));
    test.complete('acceptance', 'accepted');
    expect(test.try({ type: 'complete-task', taskId: test.task('review-task').id, variables: {}, outcome: 'x', actor: 'zhang-san' })).toMatchObject(refusal('outcome-unknown'));
  });
});

describe('parallel branches', () => {
  it('wait for one another at a join', async () => {
    const test = new TestCase(await compileFixture('parallel')).start();
    expect(test.at()).toEqual(['police', 'housing']);
    test.complete('housing', 'ok');
    expect(test.at()).toEqual(['police', 'join']);
    test.complete('police', 'ok');
    expect(test.instance).toMatchObject({ state: 'completed', result: 'granted' });
  });

  it('end the case when the last token ends, with the last result that an end event names', async () => {
    const test = new TestCase(await compileFixture('two-ends')).start().complete('return');
    expect(test.instance).toMatchObject({ state: 'running', result: 'returned' });
    expect(test.complete('archive').instance).toMatchObject({ state: 'completed', result: 'returned' });
  });

  it('raise an incident when a join can never be complete', async () => {
    const model = await compileGood(draw({ s: 'start', x: 'xor', t: 'task', u: 'task', j: 'and', e: 'end' }, ['s -> x', 'x -> t : =a', 'x => u', 't -> j', 'u -> j', 'j -> e']));
    const test = new TestCase(model).start({ a: true }).complete('t');
    expect(test.instance).toMatchObject({ state: 'incident', incidents: [{ code: 'join-stuck', element: 'j' }] });
    test.do({ type: 'retry-incident', incidentId: test.openIncidents()[0]?.id ?? '' });
    expect(test.openIncidents()).toMatchObject([{ code: 'join-stuck' }]);
    expect(test.do({ type: 'cancel', reason: '流程有误' }).effects).toEqual([{ type: 'case-cancelled', reason: '流程有误' }]);
    expect(test.instance).toMatchObject({ state: 'cancelled', result: 'withdrawn', tokens: [] });
    expect(test.openIncidents()).toEqual([]);
  });
});

describe('incidents', () => {
  it.each([
    ['a missing variable', {}],
    ['a null', { approvedAmount: null }],
    ['a text for a number', { approvedAmount: '很多' }],
  ])('stop the token at a condition with %s and choose no branch', async (_title, variables) => {
    const test = (await reviewCase()).start().complete('acceptance', 'accepted').complete('review-task', undefined, variables);
    expect(test.instance).toMatchObject({ state: 'incident', tokens: [{ element: 'size', state: 'incident' }] });
    expect(test.openIncidents()).toMatchObject([{ code: 'condition-failed', element: 'size', params: { flow: 'flow-large' } }]);
    const incidentId = test.openIncidents()[0]?.id ?? '';
    test.do({ type: 'retry-incident', incidentId, variables: { approvedAmount: 5 } });
    expect(test.instance).toMatchObject({ state: 'completed', result: 'granted' });
    expect(test.try({ type: 'retry-incident', incidentId })).toMatchObject(refusal('case-ended'));
  });

  it('stop the token when no condition holds and there is no default', async () => {
    const model = await compileGood(draw({ s: 'start', x: 'xor', e: 'end', f: 'end' }, ['s -> x', 'x -> e : =a = 1', 'x -> f : =a = 2']));
    const test = new TestCase(model).start({ a: 3 });
    expect(test.openIncidents()).toMatchObject([{ code: 'no-flow-taken', element: 'x' }]);
    test.do({ type: 'retry-incident', incidentId: test.openIncidents()[0]?.id ?? '', variables: { a: 2 } });
    expect(test.instance.state).toBe('completed');
  });

  it('leave other branches running', async () => {
    const model = await compileGood(
      draw({ s: 'start', f: 'and', x: 'xor', t: 'task', e: 'end', g: 'end', h: 'end' }, ['s -> f', 'f -> x', 'f -> t', 'x -> e : =a', 'x => g', 't -> h']),
    );
    const test = new TestCase(model).start();
    expect(test.instance.state).toBe('incident');
    test.complete('t');
    expect(test.instance.state).toBe('incident');
    test.do({ type: 'retry-incident', incidentId: test.openIncidents()[0]?.id ?? '', variables: { a: true } });
    expect(test.instance.state).toBe('completed');
  });

  it('end a loop that the compiler did not see', () => {
    const gateway = (id: string, incoming: string[], outgoing: string[]) => ({ type: 'parallel-gateway' as const, id, name: '', incoming, outgoing });
    const flow = (id: string, source: string, target: string) => ({ id, name: '', source, target, condition: null });
    const model: ProcessModel = {
      version: 1, id: 'p', name: '', start: 'a',
      elements: { a: gateway('a', ['f'], ['g']), b: gateway('b', ['g'], ['f']) },
      flows: { f: flow('f', 'b', 'a'), g: flow('g', 'a', 'b') },
    };
    const test = new TestCase(model).start();
    expect(test.openIncidents()).toMatchObject([{ code: 'endless-loop' }]);
    expect(test.instance.tokens).toHaveLength(1);
  });

  it('are refused when unknown or resolved', async () => {
    const test = (await reviewCase()).start();
    expect(test.try({ type: 'retry-incident', incidentId: 'none' })).toMatchObject(refusal('incident-not-found'));
  });
});

describe('dates in conditions', () => {
  it('are compared by their declared types, against the moment of the step', async () => {
    const model = await compileGood(draw({ s: 'start', x: 'xor', e: 'end', f: 'end' }, ['s -> x', 'x -> e : =leaveUntil >= today()', 'x => f'], { f: '<banshi:result value="refused" />' }));
    const scope = { leaveUntil: { kind: 'date' } as const };
    const resultOf = (leaveUntil: string, now: string) => {
      const result = step(model, emptyInstance(), { type: 'start', variables: { leaveUntil } }, { ...counting(), now, scope });
      return result.ok ? [result.instance.state, result.instance.result] : result.error.code;
    };
    expect(resultOf('2026-03-01', '2026-02-01T08:00:00.000Z')).toEqual(['completed', 'granted']);
    expect(resultOf('2026-03-01', '2026-04-01T08:00:00.000Z')).toEqual(['completed', 'refused']);
    expect(resultOf('明天', '2026-04-01T08:00:00.000Z')).toEqual(['incident', null]);
  });
});

describe('the order of commands', () => {
  it('is kept', async () => {
    const test = await reviewCase();
    expect(test.try({ type: 'claim-task', taskId: 'x', actor: 'zhang-san' })).toMatchObject(refusal('task-not-found'));
    test.start();
    expect(test.try({ type: 'start', variables: {} })).toMatchObject(refusal('already-started'));
    test.do({ type: 'cancel', reason: '申请人撤回' });
    expect(test.openTasks()).toEqual([]);
    expect(test.try({ type: 'cancel', reason: '再撤' })).toMatchObject(refusal('case-ended'));
    expect(test.try({ type: 'start', variables: {} })).toMatchObject(refusal('already-started'));
  });
});
