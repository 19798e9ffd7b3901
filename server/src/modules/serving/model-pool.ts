import { InferencePool, type Interpretation } from '@banshi/runtime';

/** Models in memory at once: production, a candidate, and one that is compared. */
const maxLoaded = 3;

/** Loads models as they are asked for and keeps the three used last. The threads start with the first request. */
export class ModelPool {
  private pool: InferencePool | null = null;
  /** From the one unused for longest to the one used last. */
  private readonly used = new Map<string, true>();
  private loading: Promise<unknown> = Promise.resolve();

  constructor(private readonly workers: number) {}

  async interpret(hash: string, folder: () => Promise<string>, texts: readonly string[]): Promise<Interpretation[]> {
    await this.ensure(hash, folder);
    return this.threads().interpret(hash, texts);
  }

  /** Loads and warms up. One at a time, so that two that come together do not load twice or push each other out. */
  async ensure(hash: string, folder: () => Promise<string>): Promise<void> {
    if (this.touch(hash)) return;
    const turn = this.loading.then(async () => {
      if (this.touch(hash)) return;
      const dir = await folder();
      for (const oldest of this.used.keys()) {
        if (this.used.size < maxLoaded) break;
        await this.unload(oldest);
      }
      const loaded = await this.threads().load(dir);
      if (loaded.modelHash !== hash) {
        await this.threads().unload(loaded.modelHash);
        throw new Error(`the folder of ${hash} holds ${loaded.modelHash}`);
      }
      this.used.set(hash, true);
    });
    this.loading = turn.catch(() => undefined);
    await turn;
  }

  async unload(hash: string): Promise<void> {
    if (!this.used.delete(hash)) return;
    await this.pool?.unload(hash);
  }

  loaded(): string[] {
    return [...this.used.keys()];
  }

  async close(): Promise<void> {
    await this.pool?.close();
  }

  private threads(): InferencePool {
    this.pool ??= new InferencePool({ workers: this.workers, maxModels: maxLoaded + 1 });
    return this.pool;
  }

  private touch(hash: string): boolean {
    if (!this.used.delete(hash)) return false;
    this.used.set(hash, true);
    return true;
  }
}
