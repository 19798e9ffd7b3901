import { afterEach, expect, it } from 'vitest';
import { withLabels } from '../../../../tests/factories/corpus.js';
import { FakeTrainer } from '../../../../tests/factories/fake-trainer.js';
import { createTestApp, type TestApp } from '../../../../tests/factories/test-app.js';
import { signedIn } from '../../../../tests/factories/users.js';

const allSet = '00000000-0000-4000-8000-000000000001';
const trainer = new FakeTrainer();
let test: TestApp;
afterEach(() => test.close());

/** What the page says and what a start of method `full` and one of `head` answer. */
async function withPython(path: string) {
  test = await createTestApp({}, { BANSHI_PYTHON: path });
  const client = await signedIn(test, ['ADMINISTRATOR']);
  await withLabels(test, ['apply', 'other']);
  for (const intent of ['apply', 'other']) await client.query('mutation ($input: CreateUtterancesInput!) { createUtterances(input: $input) { created { id } } }', { input: { intent, texts: ['一', '二', '三', '四'].map((text) => `${intent} ${text}`) } });
  const { trainingEnvironment } = await client.query<{ trainingEnvironment: { state: string; problem: string | null } }>('{ trainingEnvironment { state problem } }');
  const start = (method: string) => client.ask('mutation ($input: StartTrainingInput!) { startTraining(input: $input) { id } }', { input: { trainingSet: allSet, method, baseModel: null } });
  return { trainingEnvironment, full: (await start('full')).errors?.[0]?.extensions.code ?? null, head: (await start('head')).errors ?? null };
}

it('a named interpreter that is not there is said so at once, and hinders no training of the other method', async () => {
  const { trainingEnvironment, full, head } = await withPython('/no/such/python');
  expect(trainingEnvironment).toMatchObject({ state: 'broken', problem: expect.stringContaining('BANSHI_PYTHON') });
  expect([full, head]).toEqual(['PYTHON_NOT_FOUND', null]);
}, 60_000);

it('one without PyTorch names what it lacks', async () => {
  trainer.behave({ broken: true });
  const { trainingEnvironment, full, head } = await withPython(trainer.path);
  expect(trainingEnvironment).toMatchObject({ state: 'broken', problem: expect.stringContaining('torch') });
  expect([full, head]).toEqual(['PYTHON_INCOMPLETE', null]);
}, 60_000);
