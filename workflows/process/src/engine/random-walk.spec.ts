import { describe, expect, it } from 'vitest';
import { draw } from '../fixtures/draw.js';
import { compileFixture, compileGood } from '../fixtures/read-fixture.js';
import { TestCase } from '../fixtures/run-case.js';
import { fieldAccess, type ProcessModel } from '../model/process-model.js';

/** Mulberry32: a small generator whose walks can be repeated from the seed that a failure names. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Does something possible until the case ends. */
function walk(model: ProcessModel, seed: number): TestCase {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const test = new TestCase(model).start({ approvedAmount: null, a: next() < 0.5, b: next() < 0.5 });
  const isLive = () => test.instance.state === 'running' || test.instance.state === 'incident';
  for (let turn = 0; turn < 200 && isLive(); turn += 1) {
    checkRows(test);
    const [incident] = test.openIncidents();
    if (incident && next() < 0.5) test.do({ type: 'retry-incident', incidentId: incident.id, variables: { approvedAmount: Math.floor(next() * 3_000_000) } });
    else if (test.openTasks().length > 0) act(test, pick, next);
    if (isLive() && next() < 0.002) test.do({ type: 'cancel', reason: '撤回' });
  }
  return test;
}

function act(test: TestCase, pick: <T>(list: readonly T[]) => T, next: () => number): void {
  const task = pick(test.openTasks());
  const element = test.model.elements[task.element];
  if (element?.type !== 'user-task') throw new Error(task.element);
  if (task.state === 'open' && next() < 0.3) return void test.do({ type: 'claim-task', taskId: task.id, actor: 'zhang-san' });
  const amount = fieldAccess(element, 'approvedAmount') === 'edit' && next() < 0.8 ? { approvedAmount: Math.floor(next() * 3_000_000) } : {};
  test.complete(task.element, element.outcomes ? pick(element.outcomes.values).value : undefined, amount);
}

/** No token is lost and none is forgotten: each waits for a task, a join or an incident, and each open row has its token. */
function checkRows(test: TestCase): void {
  const { tokens, state } = test.instance;
  const ids = new Set(tokens.map((token) => token.id));
  const tasks = test.openTasks();
  const incidents = test.openIncidents();
  for (const row of [...tasks, ...incidents]) expect(ids.has(row.tokenId)).toBe(true);
  for (const token of tokens) {
    const element = test.model.elements[token.element];
    if (token.state === 'incident') expect(incidents.filter((incident) => incident.tokenId === token.id)).toHaveLength(1);
    else if (element?.type === 'user-task') expect(tasks.filter((task) => task.tokenId === token.id)).toHaveLength(1);
    else expect([token.state, element?.type]).toEqual(['waiting', 'parallel-gateway']);
  }
  expect(state).toBe(incidents.length > 0 ? 'incident' : 'running');
}

const NESTED = draw(
  { s: 'start', f: 'and', g: 'and', h: 'and', j: 'and', t: 'task', u: 'task', v: 'task', x: 'xor', m: 'xor', e: 'end' },
  ['s -> f', 'f -> x', 'x -> t : =a', 'x => m', 't -> m', 'm -> j', 'f -> g', 'g -> u', 'g -> v', 'u -> h', 'v -> h', 'h -> j', 'j -> e'],
);

describe('random walks', () => {
  it.each<[string, () => Promise<ProcessModel>]>([
    ['review', () => compileFixture('review')],
    ['parallel', () => compileFixture('parallel')],
    ['two-ends', () => compileFixture('two-ends')],
    ['nested blocks', () => compileGood(NESTED)],
  ])('over %s lose no token and always end', async (_name, load) => {
    const model = await load();
    for (let seed = 1; seed <= 150; seed += 1) {
      const { instance } = walk(model, seed);
      expect(`${seed} ${instance.state}`).toMatch(/completed|cancelled/);
      expect(instance.tokens).toEqual([]);
      expect(instance.result).not.toBeNull();
      expect(instance.incidents.every((incident) => incident.state === 'resolved')).toBe(true);
    }
  });
});
