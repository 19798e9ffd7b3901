import type { FormData } from '@banshi/forms';
import type { CaseTask, Outcome } from './case.js';

const hour = 3_600_000;

export type Urgency = 'fresh' | 'waiting' | 'late';

/** How long a task has waited: over a day it is due, over three it is late. Deadlines by working days are not known to the task. */
export function urgencyOf(createdAt: string, now: Date): Urgency {
  const age = now.getTime() - new Date(createdAt).getTime();
  return age >= 72 * hour ? 'late' : age >= 24 * hour ? 'waiting' : 'fresh';
}

/** The fields that a clerk has changed, and nothing else: a step sends only what it may edit. */
export function changedFields(before: FormData, after: FormData): FormData {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}

/** The data with the fields that were changed; null is an emptied one. */
export function edited(before: FormData, edits: FormData): FormData {
  return Object.fromEntries(Object.entries({ ...before, ...edits }).filter(([, value]) => value !== null));
}

/** The task that the person can work on now: the one he came for, else his own before one that waits for anybody. */
export function taskFor(tasks: readonly CaseTask[], me: string | undefined, wanted: string | null = null): CaseTask | null {
  const mine = tasks.filter((task) => task.state === 'CLAIMED' && task.assignee?.id === me);
  const open = tasks.filter((task) => task.state === 'OPEN' && (task.canClaim || task.canComplete));
  const possible = [...mine, ...open];
  return possible.find(({ id }) => id === wanted) ?? possible[0] ?? null;
}

/** Why an outcome cannot be sent yet; null when it can. */
export const missingComment = (outcome: Outcome | null, comment: string): boolean => Boolean(outcome?.requireComment) && comment.trim() === '';

/** Services of rows as choices of a filter, each once. */
export function serviceChoices(rows: readonly { service: string; serviceTitle: string }[]): { id: string; name: string }[] {
  return [...new Map(rows.map(({ service, serviceTitle }) => [service, serviceTitle]))].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans-CN'));
}
