import { gql } from '../providers/graphql.js';

/** What the server says needs whom now. A number that the person may not know is absent. */
export interface Workbench {
  myTasks?: number;
  openTasks?: number;
  overdue?: number;
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

/** In the order of urgency; the permission decides who sees which. */
export const figures: Figure[] = [
  { id: 'myTasks', to: '/tasks?filter=%7B%22mine%22%3Atrue%7D', permission: 'cases.handle' },
  { id: 'openTasks', to: '/tasks', permission: 'cases.handle' },
  { id: 'overdue', to: '/tasks', permission: 'cases.handle', tone: 'bad' },
  { id: 'blocking', to: '/release', permission: 'release.read', tone: 'bad' },
  { id: 'pendingRelease', to: '/release', permission: 'release.read' },
  { id: 'drafts', to: '/services?filter=%7B%22status%22%3A%22CHANGED%22%7D', permission: 'config.write' },
  { id: 'unlabelled', to: '/utterances?filter=%7B%22unlabelled%22%3Atrue%7D', permission: 'corpus.write', tone: 'notice' },
  { id: 'weakIntents', to: '/intents', permission: 'corpus.read', tone: 'notice' },
  { id: 'runningJobs', to: '/operations?filter=%7B%22state%22%3A%22RUNNING%22%7D', permission: 'operations.read' },
  { id: 'auditUnsealed', to: '/audit', permission: 'audit.read' },
];

/** Where each step of the first-run path is done. */
export const checklistPaths: Record<string, string> = {
  service: '/services',
  form: '/forms',
  workflow: '/workflows',
  intent: '/intents',
  utterances: '/utterances',
  training: '/training',
  publish: '/release',
  preview: '/preview',
  case: '/tasks',
};
