import { gql } from '../providers/graphql.js';

/** What the server says needs whom now. A number that the person may not know is absent. */
export interface Workbench {
  myTasks?: number;
  openTasks?: number;
  waitingConversations?: number;
  lateTasks?: number;
  newCases?: number;
  incidents?: number;
  requests?: number;
  drafts?: number;
  pendingRelease?: number;
  blocking?: number;
  runningJobs?: number;
  unlabelled?: number;
  weakIntents?: number;
  auditUnsealed?: number;
  checklist?: { id: string; done: boolean }[];
  recent?: { kind: string; key: string; title: string; by?: string | null; at: string }[];
}

export const workbenchDocument = gql`query Workbench { workbench }`;

interface Figure {
  id: Exclude<keyof Workbench, 'checklist' | 'recent'>;
  /** The list behind the number. */
  to: string;
  permission: string;
  /** Colour when not zero. */
  tone?: 'bad' | 'notice';
}

const list = (path: string, filter: Record<string, unknown>, sort?: string) => `${path}?${new URLSearchParams({ filter: JSON.stringify(filter), ...(sort && { sort, order: 'ASC' }) })}`;
const aDayAgo = () => new Date(Date.now() - 86_400_000).toISOString();

/** In the order of urgency; the permission decides who sees which. */
export const figures: Figure[] = [
  { id: 'requests', to: '/release', permission: 'release.publish', tone: 'notice' },
  { id: 'myTasks', to: list('/tasks', { mine: true, state: 'CLAIMED' }), permission: 'cases.handle' },
  { id: 'openTasks', to: list('/tasks', { state: 'OPEN' }), permission: 'cases.handle' },
  { id: 'lateTasks', to: list('/tasks', { waiting: true }, 'createdAt'), permission: 'cases.handle', tone: 'bad' },
  { id: 'waitingConversations', to: '/desk', permission: 'desk.handle', tone: 'notice' },
  { id: 'incidents', to: list('/cases', { state: 'INCIDENT' }), permission: 'cases.read', tone: 'bad' },
  { id: 'blocking', to: '/release', permission: 'release.request', tone: 'bad' },
  { id: 'pendingRelease', to: '/release', permission: 'release.request' },
  { id: 'drafts', to: list('/services', { status: 'CHANGED' }), permission: 'config.write' },
  { id: 'unlabelled', to: list('/utterances', { unlabelled: true }), permission: 'corpus.write', tone: 'notice' },
  { id: 'weakIntents', to: '/intents', permission: 'corpus.read', tone: 'notice' },
  { id: 'newCases', to: list('/cases', { from: aDayAgo() }), permission: 'cases.read' },
  { id: 'runningJobs', to: list('/operations', { state: 'RUNNING' }), permission: 'operations.read' },
  { id: 'auditUnsealed', to: '/audit', permission: 'audit.read' },
];

/** Each step of the first-run path: where it is done, and what one must be allowed to do it. */
export const checklistSteps: Record<string, { path: string; permission: string }> = {
  service: { path: '/services', permission: 'config.write' },
  form: { path: '/forms', permission: 'config.write' },
  workflow: { path: '/workflows', permission: 'config.write' },
  intent: { path: '/intents', permission: 'config.write' },
  utterances: { path: '/utterances', permission: 'corpus.write' },
  training: { path: '/training', permission: 'training.run' },
  publish: { path: '/release', permission: 'release.publish' },
  preview: { path: '/preview', permission: 'preview.use' },
  case: { path: '/tasks', permission: 'cases.handle' },
};

/** The steps that the person may do himself; none once all of them are done. */
export function stepsFor(steps: readonly { id: string; done: boolean }[], can: (permission: string) => boolean): { id: string; done: boolean }[] {
  const own = steps.filter(({ id }) => checklistSteps[id] && can(checklistSteps[id].permission));
  return own.every(({ done }) => done) ? [] : own;
}
