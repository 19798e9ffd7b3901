import type { BodyOf, KindName } from '@banshi/bundle';
import { readSampleHall } from '../../../sample/sample-hall.js';
import { BundleKnowledge, type KnowledgeSource } from '../answer/bundle-knowledge.js';

/** What the sample hall knows, with some items added or replaced. */
export function sampleKnowledge(more: readonly { kind: KindName; key: string; body: unknown }[] = []): Promise<BundleKnowledge> {
  const items = new Map([...readSampleHall().items, ...more].map(({ kind, key, body }) => [`${kind}/${key}`, body]));
  const source: KnowledgeSource = {
    keys: (kind) => [...items.keys()].filter((path) => path.startsWith(`${kind}/`)).map((path) => path.slice(kind.length + 1)).sort(),
    get: <K extends KindName>(kind: K, key: string) => (items.get(`${kind}/${key}`) ?? null) as BodyOf<K> | null,
  };
  return BundleKnowledge.of(source);
}
