import type { Actor } from '../../platform/actor/actor.js';
import type { CaseIncident } from './case-incident.entity.js';
import type { CaseTask } from './case-task.entity.js';
import type { CaseToken } from './case-token.entity.js';
import type { ServiceCase } from './service-case.entity.js';
import type { CaseDefinition } from './case-definition.js';

export enum CaseState {
  RUNNING = 'RUNNING',
  INCIDENT = 'INCIDENT',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}

export enum TaskState {
  OPEN = 'OPEN',
  CLAIMED = 'CLAIMED',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}

/** Who the history names. */
export interface Doer {
  kind: 'user' | 'applicant' | 'system';
  id: string | null;
  name: string;
}

export function doerOf(actor: Actor): Doer {
  return { kind: actor.kind === 'user' ? 'user' : 'system', id: actor.id, name: actor.name };
}

/** A case whose row the transaction has locked, with all that the engine needs. */
export interface LockedCase {
  row: ServiceCase;
  definition: CaseDefinition;
  tokens: CaseToken[];
  tasks: CaseTask[];
  incidents: CaseIncident[];
}

/** The realm of the hall's own applicants; others are previews. */
export const hallRealm = 'hall';

export interface Applicant {
  /** Stable id, as the hall's applicant token says. */
  id: string;
  name: string;
}

export interface Submission {
  /** Exactly one of the two: a channel's present bundle, or a bundle by its hash. */
  channel?: string;
  bundle?: string;
  /** Key of the service. */
  service: string;
  data: unknown;
  applicant: Applicant;
  /** The same key of the same applicant gives the same case again. */
  idempotencyKey?: string | null;
  /** Whose applicant it is, where the system submits; a hall key says so itself. The hall's by default. */
  realm?: string;
}
