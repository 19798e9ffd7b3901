import type { DictionaryBody, Guide } from '@banshi/bundle';
import type { FieldError, FormBody, FormData, StepAccess } from '@banshi/forms';

/** What the hall API answers, as its OpenAPI document says. */
export interface ServiceCard {
  key: string;
  title: string;
  type: string;
  department: { key: string; title: string };
  audience: string[];
  themes: string[];
  summary: string;
  online: boolean;
}
export interface ServicePage extends ServiceCard {
  guide: Guide;
  /** Whether it can be applied for online. */
  form: boolean;
}
export interface Slot {
  slot: string;
  title: string;
  field: string | null;
  text: string;
  start: number;
  end: number;
  value: unknown;
  valid: boolean;
  reason: string | null;
}
interface Intent {
  key: string;
  title: string;
  confidence: number;
}
export interface Interpretation {
  bundle: string;
  modelVersion: number | null;
  intent: Intent | null;
  outOfScope: boolean;
  service: { key: string; title: string } | null;
  slots: Slot[];
  alternatives: Intent[];
}
export interface HallForm {
  title: string;
  description: string;
  schema: FormBody['schema'];
  layout: FormBody['layout'];
  access: StepAccess;
  dictionaries: Record<string, DictionaryBody['entries']>;
}
export interface Prefill {
  data: FormData;
  slots: Slot[];
  errors: FieldError[];
}
export interface HallCase {
  number: string;
  service: string;
  serviceTitle: string;
  state: 'RUNNING' | 'INCIDENT' | 'COMPLETED' | 'CANCELLED';
  result: string | null;
  submittedAt: string;
  completedAt: string | null;
  steps: { title: string; state: 'waiting' | 'done'; startedAt: string; doneAt: string | null; outcome: string | null; reason: string | null }[];
}

/** Where the visitor of the hall is. */
export type Screen =
  | { name: 'chat' }
  | { name: 'home' }
  | { name: 'answer'; text: string }
  | { name: 'service'; key: string }
  | { name: 'form'; key: string; text: string | null }
  | { name: 'submitted'; number: string }
  | { name: 'cases' }
  | { name: 'notices' }
  | { name: 'case'; number: string };

/** The intents that were weighed, the best first, as bars need them. */
export function intentBars({ intent, alternatives }: Pick<Interpretation, 'intent' | 'alternatives'>, limit = 5): Intent[] {
  return [...(intent ? [intent] : []), ...alternatives].sort((a, b) => b.confidence - a.confidence).slice(0, limit);
}

/** A value as a person reads it. Money arrives as integer 分, divisions and dates as text. */
export function valueText(value: unknown, fallback: string): string {
  if (value === null || value === undefined) return fallback;
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

export interface ProgressStep {
  kind: 'submitted' | 'step' | 'ended';
  title: string | null;
  state: 'done' | 'waiting';
  at: string | null;
  outcome: string | null;
  reason: string | null;
}

/** How far a case is, from its submission to its end. A step that runs is the last; what comes later is not known yet. */
export function progressOf(found: HallCase): ProgressStep[] {
  const ended = found.state === 'COMPLETED' || found.state === 'CANCELLED';
  return [
    { kind: 'submitted', title: null, state: 'done', at: found.submittedAt, outcome: null, reason: null },
    ...found.steps.map(({ title, state, doneAt, outcome, reason }): ProgressStep => ({ kind: 'step', title, state, at: doneAt, outcome, reason })),
    { kind: 'ended', title: null, state: ended ? 'done' : 'waiting', at: found.completedAt, outcome: null, reason: null },
  ];
}
