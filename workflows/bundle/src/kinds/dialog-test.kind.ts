import { flowAssertions, type TestAssertion } from '../dialog-tests/dialog-test.types.js';
import { parseDialogTests } from '../dialog-tests/parse-dialog-tests.js';
import type { Finding } from '../findings.js';
import { diffBodies } from './body-diff.js';
import type { DialogTestBody } from './bodies.js';
import type { ConfigKind, Reference } from './kind.js';
import { body, description, itemTitle, text } from './schema-builders.js';

const title = { zh: '对话测试', en: 'Dialogue test' };

/** Of a file that is wrong all over, so many places are named. */
const maxPlaces = 20;

/** JSON Schema 2020-12 of dialogue tests. */
export const dialogTestSchema = body(['对话测试', 'Dialogue test'], {
  title: itemTitle,
  description,
  text: text(['测试用例', 'Test cases'], 200_000),
});

type FlowAssertion = Extract<TestAssertion, { service: string }>;
const isFlow = (assertion: TestAssertion): assertion is FlowAssertion => (flowAssertions as readonly string[]).includes(assertion.type);

/** The services that the tests begin at or expect. */
function refs({ text: yaml }: DialogTestBody): Reference[] {
  const services = parseDialogTests(yaml).cases.flatMap(({ service, steps }) => [...(service === null ? [] : [service]), ...steps.flatMap(({ assertions }) => assertions.filter(isFlow).map((one) => one.service))]);
  return [...new Set(services)].map((key) => ({ path: '/text', kind: 'service', key, role: 'service' }));
}

export function lintDialogTest(key: string, { text: yaml }: DialogTestBody): Finding[] {
  return parseDialogTests(yaml).problems.slice(0, maxPlaces).map(({ line, code, what }): Finding => ({ rule: 'dialog-test-invalid', severity: 'error', kind: 'dialog-test', key, path: '/text', params: { line, code, what } }));
}

export const dialogTestKind: ConfigKind<'dialog-test'> = {
  kind: 'dialog-test',
  title,
  schemaVersion: 1,
  schema: dialogTestSchema,
  upcast: (content) => content,
  titleOf: (content) => content.title,
  refs,
  lint: lintDialogTest,
  diff: (before, after) => diffBodies(title, dialogTestSchema, before, after),
};
