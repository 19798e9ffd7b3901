import { compile, type ProcessModel, type ProcessProblem } from '@banshi/process';
import { compare } from './hash.js';
import type { BodyOf, KindName } from './kinds/bodies.js';

export interface BundleEntry {
  kind: KindName;
  key: string;
  /** SHA-256 of the content. */
  sha256: string;
}

/** An entry with the content that its hash names. */
export type LoadedEntry = { [K in KindName]: { kind: K; key: string; sha256: string; body: BodyOf<K> } }[KindName];

export interface CompiledWorkflow {
  model: ProcessModel | null;
  problems: ProcessProblem[];
}

/** A whole bundle with its contents, as contract rules see it. Workflows are compiled beforehand, so that rules stay pure. */
export interface BundleView {
  entries: readonly BundleEntry[];
  keys(kind: KindName): string[];
  get<K extends KindName>(kind: K, key: string): BodyOf<K> | null;
  process(workflow: string): CompiledWorkflow | null;
}

/** Compiled workflows by the hash of their content, which never changes under its name. */
export class ProcessCache {
  private readonly compiled = new Map<string, Promise<CompiledWorkflow>>();

  /** @param size How many workflows to keep; a large hall has a few hundred. */
  constructor(private readonly size = 500) {}

  get(sha256: string, bpmn: string): Promise<CompiledWorkflow> {
    const known = this.compiled.get(sha256);
    // Set again, so that the oldest key is the one unused for longest.
    if (known) this.compiled.delete(sha256);
    const result = known ?? compile(bpmn);
    this.compiled.set(sha256, result);
    if (this.compiled.size > this.size) this.compiled.delete(this.compiled.keys().next().value!);
    return result;
  }
}

const sharedCache = new ProcessCache();

/** Compiles the workflows and lays the contents out for the rules. Entries are sorted, so findings have one order everywhere. */
export async function createView(entries: readonly LoadedEntry[], cache: ProcessCache = sharedCache): Promise<BundleView> {
  const sorted = [...entries].sort((a, b) => compare(a.kind, b.kind) || compare(a.key, b.key));
  const bodies = new Map(sorted.map((entry) => [`${entry.kind}/${entry.key}`, entry.body]));
  const processes = new Map<string, CompiledWorkflow>();
  for (const entry of sorted) {
    if (entry.kind === 'workflow') processes.set(entry.key, await cache.get(entry.sha256, entry.body.bpmn));
  }
  const keys = new Map<KindName, string[]>();
  for (const { kind, key } of sorted) {
    const known = keys.get(kind);
    if (known) known.push(key);
    else keys.set(kind, [key]);
  }
  return {
    entries: sorted.map(({ kind, key, sha256 }) => ({ kind, key, sha256 })),
    keys: (kind) => keys.get(kind) ?? [],
    get: <K extends KindName>(kind: K, key: string) => (bodies.get(`${kind}/${key}`) ?? null) as BodyOf<K> | null,
    process: (workflow) => processes.get(workflow) ?? null,
  };
}
