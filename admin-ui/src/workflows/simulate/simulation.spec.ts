import { compile, type ProcessModel } from '@banshi/process';
import { beforeAll, describe, expect, it } from 'vitest';
import { noForms } from '../scope/workflow-scope.js';
import { starterDiagram } from '../starter-diagram.js';
import { newSimulation, play, startVariables, valueOf, type Simulation } from './simulation.js';

let model: ProcessModel;
beforeAll(async () => {
  model = (await compile(starterDiagram('流程', 'flow'))).model!;
});

const done = (played: ReturnType<typeof play>): Simulation => {
  if (!played.ok) throw new Error(played.error.code);
  return played.simulation;
};

describe('simulation', () => {
  it('goes through a workflow and remembers the way', () => {
    const started = done(play(model, newSimulation(), { type: 'start', variables: startVariables(model, noForms, {}) }, {}));
    expect(started.instance.tokens.map(({ element }) => element)).toEqual(['Task_review']);
    expect(started.passed).toContain('Flow_submit');
    const [task] = started.instance.tasks;
    const ended = done(play(model, started, { type: 'complete-task', taskId: task!.id, variables: {}, outcome: 'refused', comment: '材料不齐', actor: '' }, {}));
    expect(ended.instance).toMatchObject({ state: 'completed', result: 'refused' });
    expect(ended.passed).toEqual(expect.arrayContaining(['Task_review', 'Gateway_review', 'Flow_refused', 'End_refused']));
    expect(ended.passed).not.toContain('Flow_approved');
  });

  it('refuses what the server would refuse, and changes nothing', () => {
    const started = done(play(model, newSimulation(), { type: 'start', variables: {} }, {}));
    const refused = play(model, started, { type: 'complete-task', taskId: started.instance.tasks[0]!.id, variables: {}, outcome: 'refused', actor: '' }, {});
    expect(refused).toMatchObject({ ok: false, error: { code: 'comment-required' } });
  });
});

describe('valueOf', () => {
  it('reads what is typed by the type of the variable', () => {
    expect(valueOf('12.5', { kind: 'number' })).toBe(12.5);
    expect(valueOf('', { kind: 'number' })).toBeNull();
    expect(valueOf('true', { kind: 'boolean' })).toBe(true);
    expect(valueOf('甲、乙', { kind: 'list', of: { kind: 'string' } })).toEqual(['甲', '乙']);
  });
});
