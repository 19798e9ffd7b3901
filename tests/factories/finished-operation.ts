import { Operation } from '../../server/src/platform/jobs/operation.entity.js';
import type { TestApp } from './test-app.js';

const deadlineMs = 60_000;

/** The operation once it has ended, whatever became of it. */
export async function finishedOperation(test: TestApp, id: string): Promise<Operation> {
  for (const start = Date.now(); Date.now() - start < deadlineMs; ) {
    const operation = await test.ctx.manager.findOneByOrFail(Operation, { id });
    if (operation.state !== 'QUEUED' && operation.state !== 'RUNNING') return operation;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`operation ${id} has not ended`);
}
