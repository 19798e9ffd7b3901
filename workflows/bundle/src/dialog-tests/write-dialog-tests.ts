import { stringify } from 'yaml';
import type { TestAssertion, TestCase, TestInput } from './dialog-test.types.js';

/** The tests as YAML that `parseDialogTests` reads back to the same. */
export function writeDialogTests(cases: readonly Omit<TestCase, 'line'>[]): string {
  const list = cases.map(({ name, service, today, steps }) => ({
    name,
    ...(service !== null && { service }),
    ...(today !== null && { today }),
    steps: steps.map(({ input, assertions }) => ({ ...written(input), ...(assertions.length > 0 && { assertions: assertions.map(assertionOf) }) })),
  }));
  return stringify({ test_cases: list }, { lineWidth: 0, aliasDuplicateObjects: false });
}

function written(input: TestInput): Record<string, unknown> {
  switch (input.type) {
    case 'text':
      return { user: input.text };
    case 'choose':
      return { choose: input.payload };
    case 'fill':
      return { fill: input.values };
    case 'silence':
      return { silence: true };
  }
}

function assertionOf(assertion: TestAssertion): unknown {
  switch (assertion.type) {
    case 'handed_over':
      return 'handed_over';
    case 'flow_started':
    case 'flow_completed':
    case 'flow_cancelled':
      return { [assertion.type]: assertion.service };
    case 'slot_was_set':
    case 'slot_was_not_set':
      return { [assertion.type]: assertion.fields.every(({ value }) => value === undefined) ? assertion.fields.map(({ name }) => name) : Object.fromEntries(assertion.fields.map(({ name, value }) => [name, value])) };
    default:
      return { [assertion.type]: assertion.texts.length === 1 ? assertion.texts[0] : assertion.texts };
  }
}
