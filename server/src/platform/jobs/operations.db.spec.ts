import { Injectable } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestClient } from '../../../../tests/factories/client.js';
import { firstOf } from '../../../../tests/factories/subscription.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';
import { commonErrors, DomainError } from '../errors/domain-error.js';
import { OnOperation } from './on-operation.decorator.js';
import { Operation, OperationState } from './operation.entity.js';
import { OperationCancelled, type OperationRun } from './operation-run.js';
import { type NewOperation, OperationsService } from './operations.service.js';

let runs: string[];

@Injectable()
class TestOperations {
  @OnOperation('test.quick')
  quick({ payload, report }: OperationRun): Promise<unknown> {
    runs.push('quick');
    report(0.5, '一半');
    return Promise.resolve({ echo: payload });
  }

  /** Runs until it is told to stop. */
  @OnOperation('test.endless')
  async endless({ signal, report }: OperationRun): Promise<void> {
    runs.push('endless');
    report(0.1, 'running');
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    throw new OperationCancelled();
  }

  @OnOperation('test.refused')
  refused(): Promise<never> {
    runs.push('refused');
    throw new DomainError(commonErrors.INVALID_INPUT, { params: { reason: '第 3 行' }, details: { row: 3 } });
  }

  @OnOperation('test.broken')
  broken(): Promise<never> {
    runs.push('broken');
    throw new Error('out of memory');
  }

  @OnOperation('test.flaky')
  flaky({ operation }: OperationRun): Promise<string> {
    runs.push('flaky');
    if (operation.attempts === 1) throw new Error('connection reset');
    return Promise.resolve('second time');
  }
}

let test: TestApp;
let operations: OperationsService;
let admin: TestClient;
beforeAll(async () => {
  test = await createTestApp({ providers: [TestOperations] });
  operations = test.app.get(OperationsService, { strict: false });
  admin = await signedIn(test, ['ADMINISTRATOR']);
});
afterAll(() => test.close());
beforeEach(() => void (runs = []));

const enqueue = (kind: string, more: Partial<NewOperation> = {}) => operations.enqueue(test.ctx, { kind, title: { zh: '测试', en: 'Test' }, ...more });
const read = (id: string) => test.ctx.manager.findOneByOrFail(Operation, { id });
const isOver = ({ state }: Operation) => state !== OperationState.QUEUED && state !== OperationState.RUNNING;

async function until(id: string, wanted: (operation: Operation) => boolean = isOver, limitMs = 20_000): Promise<Operation> {
  for (const end = Date.now() + limitMs; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const operation = await read(id);
    if (wanted(operation)) return operation;
  }
  throw new Error(`operation is still ${(await read(id)).state}`);
}

describe('operations', () => {
  it('run if, and only if, their transaction commits', async () => {
    const rolledBack = test.ctx.transaction(async (tx) => {
      await operations.enqueue(tx, { kind: 'test.quick', title: { zh: '测试', en: 'Test' } });
      throw new Error('change of mind');
    });
    await expect(rolledBack).rejects.toThrow('change of mind');
    const { id } = await enqueue('test.quick', { payload: { a: 1 } });
    expect(await until(id)).toMatchObject({ state: 'SUCCEEDED', progress: 1, attempts: 1, result: { echo: { a: 1 } } });
    expect(runs).toEqual(['quick']);
  });

  it('fail at once, with the reason in both languages, where the input is wrong', async () => {
    const { id } = await enqueue('test.refused');
    expect(await until(id)).toMatchObject({ state: 'FAILED', attempts: 1, error: { code: 'INVALID_INPUT', zh: '输入有误：第 3 行', en: 'Invalid input: 第 3 行', details: { row: 3 } } });
    expect(runs).toEqual(['refused']);
  });

  it('are tried again after a crash of their handler', async () => {
    const { id } = await enqueue('test.flaky');
    expect(await until(id)).toMatchObject({ state: 'SUCCEEDED', attempts: 2, result: 'second time' });
  });

  it('fail clearly after the last attempt, and can be retried by hand', async () => {
    const { id } = await enqueue('test.broken', { maxAttempts: 1 });
    expect(await until(id)).toMatchObject({ state: 'FAILED', error: { code: 'OPERATION_CRASHED' } });
    const { retryOperation } = await admin.query<{ retryOperation: { state: string } }>('mutation ($id: ID!) { retryOperation(id: $id) { state } }', { id });
    expect(retryOperation.state).toBe('QUEUED');
    expect((await until(id)).state).toBe('FAILED');
    expect(runs).toEqual(['broken', 'broken']);
    const again = await admin.ask('mutation ($id: ID!) { cancelOperation(id: $id) { id } }', { id });
    expect(again.errors![0]!.extensions.code).toBe('OPERATION_NOT_CANCELLABLE');
  });

  it('are cancelled at once while queued', async () => {
    const [first, second] = [await enqueue('test.endless', { queue: 'one' }), await enqueue('test.endless', { queue: 'one' })];
    await until(first.id, ({ state }) => state === OperationState.RUNNING);
    await admin.query('mutation ($id: ID!) { cancelOperation(id: $id) { id } }', { id: second.id });
    expect((await read(second.id)).state).toBe('CANCELLED');
    await admin.query('mutation ($id: ID!) { cancelOperation(id: $id) { id } }', { id: first.id });
    expect((await until(first.id)).state).toBe('CANCELLED');
    expect(runs).toEqual(['endless']);
    const once = await admin.ask('mutation ($id: ID!) { retryOperation(id: $id) { id } }', { id: first.id });
    expect(once.errors).toBeUndefined();
    await until(first.id, ({ state }) => state === OperationState.RUNNING);
    await operations.cancel(test.ctx, first.id);
    await until(first.id);
  });

  it('belong to who started them', async () => {
    const { id } = await enqueue('test.quick');
    const clerk = await signedIn(test, ['CLERK']);
    expect((await clerk.query<{ operation: unknown }>('query ($id: ID!) { operation(id: $id) { id } }', { id })).operation).toBeNull();
    expect((await clerk.ask('mutation ($id: ID!) { cancelOperation(id: $id) { id } }', { id })).errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('are taken over from a server that died while running them', async () => {
    const id = await test.ctx.transaction(async (tx) => {
      const operation = await operations.enqueue(tx, { kind: 'test.quick', title: { zh: '测试', en: 'Test' } });
      await tx.manager.query(`UPDATE operation SET state = 'RUNNING', attempts = 1, runner = 'banshi-dead', heartbeat_at = now() - interval '1 minute' WHERE id = $1`, [operation.id]);
      await tx.manager.query(`UPDATE graphile_worker._private_jobs SET locked_by = 'dead-worker', locked_at = now() WHERE payload ->> 'id' = $1`, [operation.id]);
      return operation.id;
    });
    expect(await until(id)).toMatchObject({ state: 'SUCCEEDED', attempts: 2 });
    expect(runs).toEqual(['quick']);
  });

  it('report to subscribers as they go', async () => {
    let id = '';
    const seen = await firstOf<{ operationChanged: { id: string; state: string; step: string | null } }>(admin, 'subscription { operationChanged { id state step title } }', {}, 3, async () => {
      id = (await enqueue('test.quick')).id;
    });
    expect(seen.map(({ operationChanged }) => operationChanged.id)).toEqual([id, id, id]);
    expect(seen.at(-1)!.operationChanged.state).toMatch(/RUNNING|SUCCEEDED/);
  });

  it('open no socket for pages of another origin', async () => {
    await expect(firstOf(admin, 'subscription { operationChanged { id } }', {}, 1, () => Promise.resolve(), 'https://evil.example')).rejects.toThrow();
  });
});
