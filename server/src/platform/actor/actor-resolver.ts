import type { IncomingMessage } from 'node:http';
import type { Actor } from './actor.js';

/** Finds out who is asking. `access` provides it; a request that shows nothing is anonymous. */
export abstract class ActorResolver {
  /** Throws a DomainError for credentials that are shown but wrong. */
  abstract resolve(request: IncomingMessage): Promise<{ actor: Actor; language: string | null }>;
}
