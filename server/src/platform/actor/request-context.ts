import type { EntityManager } from 'typeorm';
import type { Actor } from './actor.js';
import { system } from './actor.js';

export type Language = 'zh' | 'en';

interface RequestFacts {
  ip: string | null;
  requestId: string;
}

/**
 * Who asks, in which language, inside which transaction. Every service method takes it first.
 * Outside a transaction `manager` runs each statement on its own.
 */
export class RequestContext {
  private readonly loaders = new Map<object, unknown>();
  private readonly afterCommitHooks: (() => void)[] = [];

  constructor(
    readonly actor: Actor,
    readonly language: Language,
    readonly manager: EntityManager,
    readonly request: RequestFacts = { ip: null, requestId: '-' },
  ) {}

  static forSystem(name: string, manager: EntityManager, language: Language = 'zh'): RequestContext {
    return new RequestContext(system(name), language, manager);
  }

  /** Runs `work` in one transaction; hooks registered inside run after the commit, and never after a roll-back. */
  async transaction<T>(work: (ctx: RequestContext) => Promise<T>): Promise<T> {
    if (this.manager.queryRunner?.isTransactionActive) return work(this);
    let inner: RequestContext | undefined;
    const result = await this.manager.transaction((manager) => {
      inner = new RequestContext(this.actor, this.language, manager, this.request);
      return work(inner);
    });
    for (const hook of inner?.afterCommitHooks ?? []) hook();
    return result;
  }

  afterCommit(hook: () => void): void {
    this.afterCommitHooks.push(hook);
  }

  /** One loader per request and `owner`, so that relations of a list are read in one query. */
  loader<L>(owner: object, create: () => L): L {
    let loader = this.loaders.get(owner) as L | undefined;
    if (!loader) this.loaders.set(owner, (loader = create()));
    return loader;
  }

  /** Results of a mutation are read afresh. */
  clearLoaders(): void {
    this.loaders.clear();
  }
}
