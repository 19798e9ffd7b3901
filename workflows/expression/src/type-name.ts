import { ANY, listOf, type FeelType } from './types.js';

const NAMES: Record<string, FeelType> = {
  string: { kind: 'string' },
  number: { kind: 'number' },
  boolean: { kind: 'boolean' },
  date: { kind: 'date' },
  'date and time': { kind: 'date-time' },
  time: { kind: 'time' },
  duration: { kind: 'duration' },
  'days and time duration': { kind: 'duration' },
  'years and months duration': { kind: 'duration' },
  list: listOf(ANY),
  context: { kind: 'context', fields: {} },
  Null: { kind: 'null' },
  null: { kind: 'null' },
};

/** The type that `instance of` names, by its kind; null for one that the strict dialect does not know. */
export function readTypeName(name: string): FeelType | null {
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? null) : null;
}
