import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSampleHall } from '../../server/src/sample/sample-hall.js';
import { TestClient } from '../factories/client.js';
import { liftLimits } from '../factories/lift-limits.js';
import { HallClient } from './hall-client.js';
import type { ServerProcess } from './server-process.js';

const service = 'unemployment-benefit';
const edited = { kind: 'dictionary', key: 'leave-reason' };
const pageSize = 200;
const allTrainingSet = '00000000-0000-4000-8000-000000000001';

interface Draft {
  rev: number;
  body: Record<string, unknown>;
}

/**
 * People at work on a hall: drafts saved, releases published, cases submitted and completed, conversations held, models trained. Remembers
 * what was acknowledged, and nothing else; what was under way at a kill may have happened or not.
 */
export class AcknowledgedWork {
  readonly counts = { drafts: 0, bundles: 0, cases: 0, tasks: 0, trainings: 0, turns: 0, chatCases: 0 };
  private draft: { rev: number; description: string } | null = null;
  private readonly bundles: string[] = [];
  private readonly cases: string[] = [];
  private readonly tasks: string[] = [];
  private readonly trainings: string[] = [];
  /** What was said, by conversation and number of the turn; and the application under way. */
  private readonly said = new Map<string, Map<number, string>>();
  private chat: { session: string; seen: number } | null = null;
  private isStopped = true;
  private workers: Promise<void>[] = [];
  private readonly data = readSampleHall().cases.find((one) => one.service === service)!.data;

  private constructor(
    private readonly admin: TestClient,
    private readonly clerk: TestClient,
    private readonly auditor: TestClient,
    private readonly hall: HallClient,
  ) {}

  static async begin(server: ServerProcess): Promise<AcknowledgedWork> {
    const { logins, hallApiKey } = server.sample;
    const signIn = (username: string) => new TestClient(server.url).signIn(username, logins.find((login) => login.username === username)!.password);
    const admin = await signIn('zhangsan');
    await liftLimits(admin);
    return new AcknowledgedWork(admin, await signIn('lisi'), await signIn('chenjiu'), new HallClient(server.url, hallApiKey));
  }

  /** Works until stopped, each on its own; a request that fails is tried no second time. */
  start(): void {
    this.isStopped = false;
    this.workers = [() => this.edit(), () => this.submit(), () => this.handle(), () => this.talk()].map((step) => this.repeat(step));
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.workers);
  }

  async train(seed: number, settings: { method?: 'full'; hyperParameters?: object } = {}): Promise<string> {
    const { startTraining } = await this.admin.query<{ startTraining: { id: string } }>('mutation ($input: StartTrainingInput!) { startTraining(input: $input) { id } }', { input: { trainingSet: allTrainingSet, seed, ...settings } });
    this.trainings.push(startTraining.id);
    this.counts.trainings += 1;
    return startTraining.id;
  }

  async trainingState(id: string): Promise<{ state: string; error: { code: string } | null; operation: { attempts: number; progress: number | null }; modelVersion: { n: number } | null; progress: { step: number }[]; logs: { items: { line: string }[] } }> {
    type Job = Awaited<ReturnType<AcknowledgedWork['trainingState']>>;
    return (await this.admin.query<{ trainingJob: Job }>('query ($id: ID!) { trainingJob(id: $id) { state error { code } operation { attempts progress } modelVersion { n } progress { step } logs(take: 500) { items { line } } } }', { id })).trainingJob;
  }

  /** What was acknowledged and is not there; empty where nothing is lost. */
  async lost(): Promise<string[]> {
    const lost: string[] = [];
    const { rev, body } = await this.readDraft();
    if (this.draft && (rev < this.draft.rev || (rev === this.draft.rev && body['description'] !== this.draft.description))) lost.push(`draft ${this.draft.rev}`);
    const { channelMoves } = await this.admin.query<{ channelMoves: { items: { to: { sha256: string } }[] } }>('{ channelMoves(channel: "hall", take: 200) { items { to { sha256 } } } }');
    const shown = new Set(channelMoves.items.map(({ to }) => to.sha256));
    lost.push(...this.bundles.filter((bundle) => !shown.has(bundle)).map((bundle) => `bundle ${bundle}`));
    const submitted = new Set(await this.hall.numbers());
    lost.push(...this.cases.filter((number) => !submitted.has(number)).map((number) => `case ${number}`));
    const completed = new Set(await this.completedTasks());
    lost.push(...this.tasks.filter((id) => !completed.has(id)).map((id) => `task ${id}`));
    for (const [session, turns] of this.said) {
      const kept = await this.hall.turns(session);
      lost.push(...[...turns].filter(([n, text]) => kept.get(n) !== text).map(([n]) => `turn ${session}/${n}`));
    }
    for (const id of this.trainings) if (!(await this.trainingState(id))) lost.push(`training ${id}`);
    return lost;
  }

  /** The audit log's verdict, and the numbers of all cases that exist. */
  async consistency(): Promise<{ isAuditIntact: boolean; numbers: string[] }> {
    const { verifyAudit } = await this.auditor.query<{ verifyAudit: { isIntact: boolean } }>('mutation { verifyAudit { isIntact } }');
    return { isAuditIntact: verifyAudit.isIntact, numbers: await this.hall.numbers() };
  }

  private async completedTasks(): Promise<string[]> {
    const ids: string[] = [];
    for (let from = 0; from < this.tasks.length; from += pageSize) {
      const { tasks } = await this.clerk.query<{ tasks: { items: { id: string }[] } }>('query ($take: Int!, $ids: [ID!]) { tasks(take: $take, filter: {state: COMPLETED, ids: $ids}) { items { id } } }', {
        take: pageSize,
        ids: this.tasks.slice(from, from + pageSize),
      });
      ids.push(...tasks.items.map(({ id }) => id));
    }
    return ids;
  }

  private async repeat(step: () => Promise<void>): Promise<void> {
    while (!this.isStopped) await step().catch(() => sleep(30));
  }

  private async readDraft(): Promise<Draft> {
    return (await this.admin.query<{ configItem: { draft: Draft } }>('query ($kind: String!, $key: String!) { configItem(kind: $kind, key: $key) { draft { rev body } } }', edited)).configItem.draft;
  }

  private async edit(): Promise<void> {
    const { rev, body } = await this.readDraft();
    const description = `休学原因 ${randomUUID()}`;
    const saved = await this.admin.query<{ saveDraft: { draft: { rev: number } } }>('mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { draft { rev } } }', { input: { ...edited, rev, body: { ...body, description } } });
    this.draft = { rev: saved.saveDraft.draft.rev, description };
    this.counts.drafts += 1;
    if (this.counts.drafts % 3 === 0) await this.publish();
  }

  private async publish(): Promise<void> {
    const { channel } = await this.admin.query<{ channel: { rev: number } }>('{ channel(name: "hall") { rev } }');
    const { publish } = await this.admin.query<{ publish: { __typename: string; bundle?: { sha256: string } } }>(
      'mutation ($input: PublishInput!) { publish(input: $input) { __typename ... on Published { bundle { sha256 } } } }',
      { input: { channel: 'hall', baseRev: channel.rev, items: [edited], note: '修订', reason: '修订' } },
    );
    if (!publish.bundle) return;
    this.bundles.push(publish.bundle.sha256);
    this.counts.bundles += 1;
  }

  private async submit(): Promise<void> {
    this.cases.push(await this.hall.submit(service, this.data, randomUUID()));
    this.counts.cases += 1;
    await sleep(20);
  }

  /** A sentence; every few of them an application is submitted by its conversation. The same key goes with a repeated call. */
  private async talk(): Promise<void> {
    this.chat ??= await this.hall.open(service);
    const { session, seen } = this.chat;
    const isLast = seen >= 4;
    const text = isLast ? '提交' : `备注 ${randomUUID()}`;
    if (seen === 3) return this.fillChat(session);
    const { turn, number } = await this.hall.say(session, { type: 'text', text }, `${session}-${seen + 1}`).catch((error: unknown) => {
      // Whether it was taken is unknown: another conversation is begun, and this one is asked for what was acknowledged.
      this.chat = null;
      throw error;
    });
    this.remember(session, turn, text);
    if (number !== null) {
      this.cases.push(number);
      this.counts.chatCases += 1;
    }
    if (isLast) this.chat = null;
  }

  private async fillChat(session: string): Promise<void> {
    const { turn } = await this.hall.say(session, { type: 'fill', values: this.data }, `${session}-form`);
    this.chat = { session, seen: turn };
  }

  private remember(session: string, turn: number, text: string): void {
    this.chat = { session, seen: turn };
    this.said.set(session, (this.said.get(session) ?? new Map<number, string>()).set(turn, text));
    this.counts.turns += 1;
  }

  private async handle(): Promise<void> {
    const { tasks } = await this.clerk.query<{ tasks: { items: { id: string; rev: number; element: string; state: string }[] } }>('query ($service: String!) { tasks(take: 20, filter: {service: $service, state: OPEN}) { items { id rev element state } } }', { service });
    const task = tasks.items.find(({ element }) => element === 'Task_intake');
    if (!task) return void (await sleep(50));
    const { claimTask } = await this.clerk.query<{ claimTask: { rev: number } }>('mutation ($id: ID!, $rev: Int!) { claimTask(id: $id, rev: $rev) { rev } }', { id: task.id, rev: task.rev });
    const input = { id: task.id, rev: claimTask.rev, outcome: 'rejected', comment: '不符合条件' };
    await this.clerk.query('mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { id } }', { input });
    this.tasks.push(task.id);
    this.counts.tasks += 1;
  }
}
