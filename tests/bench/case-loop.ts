import { randomUUID } from 'node:crypto';
import { readSampleHall } from '../../server/src/sample/sample-hall.js';
import { TestClient } from '../factories/client.js';
import { HallClient } from '../faults/hall-client.js';
import type { ServerProcess } from '../faults/server-process.js';

const service = 'unemployment-benefit';
export const caseData = readSampleHall().cases.find((one) => one.service === service)!.data;

/** A case from start to end through the product's own APIs: submitted by the hall, claimed and completed by a clerk. */
export async function caseLoop(server: ServerProcess): Promise<() => Promise<void>> {
  const { hallApiKey, logins } = server.sample;
  const hall = new HallClient(server.url, hallApiKey, { id: 'bench-applicant', name: '王小明' });
  const clerk = await new TestClient(server.url).signIn('lisi', logins.find((login) => login.username === 'lisi')!.password);
  return async () => {
    const number = await hall.submit(service, caseData, randomUUID());
    const { tasks } = await clerk.query<{ tasks: { items: { id: string; rev: number }[] } }>('query ($q: String!) { tasks(take: 1, filter: {q: $q, state: OPEN}) { items { id rev } } }', { q: number });
    const [task] = tasks.items;
    if (!task) throw new Error(`no task for ${number}`);
    const { claimTask } = await clerk.query<{ claimTask: { rev: number } }>('mutation ($id: ID!, $rev: Int!) { claimTask(id: $id, rev: $rev) { rev } }', { id: task.id, rev: task.rev });
    const { completeTask } = await clerk.query<{ completeTask: { state: string } }>('mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { state } }', {
      input: { id: task.id, rev: claimTask.rev, outcome: 'rejected', comment: '不符合条件' },
    });
    if (completeTask.state !== 'COMPLETED') throw new Error(`case ${number} is ${completeTask.state}`);
  };
}
