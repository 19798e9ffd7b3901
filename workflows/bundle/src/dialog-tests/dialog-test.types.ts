/** What a citizen does at a step of a dialogue test. */
export type TestInput = { type: 'text'; text: string } | { type: 'choose'; payload: string } | { type: 'fill'; values: Record<string, unknown> } | { type: 'silence' };

export const flowAssertions = ['flow_started', 'flow_completed', 'flow_cancelled'] as const;
export const textAssertions = ['bot_uttered', 'clarification_contains', 'cites', 'asks'] as const;
export const slotAssertions = ['slot_was_set', 'slot_was_not_set'] as const;
export const assertionNames = [...flowAssertions, ...textAssertions, ...slotAssertions, 'handed_over'] as const;

/** What must hold after a step. `line` counts from 1. */
export type TestAssertion = { line: number } & (
  | { type: (typeof flowAssertions)[number]; service: string }
  /** All of the texts. */
  | { type: (typeof textAssertions)[number]; texts: string[] }
  /** Fields by name; undefined for any value. */
  | { type: (typeof slotAssertions)[number]; fields: { name: string; value: unknown }[] }
  | { type: 'handed_over' }
);

export interface TestStep {
  line: number;
  input: TestInput;
  assertions: TestAssertion[];
}

export interface TestCase {
  line: number;
  name: string;
  /** Service at whose page the conversation begins; null anywhere. */
  service: string | null;
  /** ISO day that today is; null for the day of the run. */
  today: string | null;
  steps: TestStep[];
}

export type TestProblemCode = 'not-yaml' | 'no-cases' | 'too-many' | 'unknown-key' | 'unknown-assertion' | 'text-expected' | 'list-expected' | 'map-expected' | 'input-missing' | 'input-twice' | 'name-missing' | 'name-twice' | 'no-steps' | 'not-a-day';

export interface TestProblem {
  line: number;
  code: TestProblemCode;
  /** The key or word that is wrong. */
  what: string;
}
