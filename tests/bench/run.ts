import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { urlOfRunningPostgres } from '../../server/src/platform/postgres/running-postgres.js';
import { TestClient } from '../factories/client.js';
import { liftLimits } from '../factories/lift-limits.js';
import { ServerProcess } from '../faults/server-process.js';
import { caseData, caseLoop } from './case-loop.js';
import { dialogueFact, dialogues } from './dialogues.js';
import { load, loop } from './measure.js';
import { listQuery } from './plain-list.js';
import { PlainWrites } from './plain-writes.js';
import { type Comparison, table, writeReport } from './report.js';

const document = join(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md');
const utterance = '我想申请失业保险金，身份证号是110101198001011234';

/** The programs to compare with, in a process of their own. */
async function startPlain(bodyFile: string, databaseUrl: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'plain-server.ts'), bodyFile, databaseUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${port.toString().trim()}`, child };
}

async function measure(server: ServerProcess): Promise<Comparison[]> {
  const { hallApiKey, logins } = server.sample;
  const key = { authorization: `Bearer ${hallApiKey}` };
  const services = await fetch(`${server.url}/hall/v1/services`, { headers: key });
  const etag = services.headers.get('etag')!;
  const bodyFile = join(server.home, 'bench-body.json');
  writeFileSync(bodyFile, Buffer.from(await services.arrayBuffer()));
  const databaseUrl = urlOfRunningPostgres(server.home);
  const { url: plain, child } = await startPlain(bodyFile, databaseUrl);
  const writes = await PlainWrites.create(databaseUrl, caseData);
  try {
    const admin = await new TestClient(server.url).signIn('sunqi', logins.find((login) => login.username === 'sunqi')!.password);
    const graphql = { method: 'POST' as const, headers: { 'content-type': 'application/json', cookie: admin.cookies, 'x-banshi-csrf': '1', origin: server.url }, body: JSON.stringify({ query: listQuery }) };
    const said = { method: 'POST' as const, headers: { ...key, 'content-type': 'application/json' }, body: JSON.stringify({ text: utterance }) };
    const fastify = await load('Fastify, bytes from memory', `${plain}/static`);
    const comparisons: Comparison[] = [
      { what: 'Hall read, whole answer', ours: await load('hall', `${server.url}/hall/v1/services`, { headers: key }), plain: fastify },
      { what: 'Hall read, not modified (304)', ours: await load('hall 304', `${server.url}/hall/v1/services`, { headers: { ...key, 'if-none-match': etag } }), plain: fastify },
      { what: 'GraphQL list of 25', ours: await load('list', `${server.url}/graphql`, graphql), plain: await load('Fastify + pg, same rows', `${plain}/list`) },
      { what: 'Interpret an utterance', ours: await load('interpret', `${server.url}/hall/v1/interpret`, said), plain: await load('Fastify, POST', `${plain}/static`, said) },
      { what: 'Case from start to end', ours: await loop('case', await caseLoop(server)), plain: await loop('pg, same writes', () => writes.startToEnd()) },
    ];
    return comparisons;
  } finally {
    child.kill();
    await writes.close();
  }
}

const server = new ServerProcess();
try {
  const startMs = await server.start();
  const { logins } = server.sample;
  await liftLimits(await new TestClient(server.url).signIn('zhangsan', logins.find(({ username }) => username === 'zhangsan')!.password));
  const comparisons = await measure(server);
  const talk = await dialogues(server);
  console.log(dialogueFact(talk));
  console.log(table(comparisons));
  const failed = comparisons.flatMap(({ ours, plain }) => [ours, plain]).filter((rate) => rate.errors > 0);
  for (const { name, errors } of failed) console.error(`${name}: ${errors} errors`);
  if (talk.errors > 0) console.error(`dialogues: ${talk.errors} errors`);
  if (failed.length > 0 || talk.errors > 0) process.exitCode = 1;
  else writeReport(document, comparisons, [dialogueFact(talk), 'Eight connections, five seconds each after a warm-up; the load comes from the same machine.', 'A case takes four requests: submit, find the task, claim, complete.', `First start, sample hall and its model included: ${(startMs / 1_000).toFixed(1)} s.`]);
} finally {
  await server.stop();
}
