import { createHash } from 'node:crypto';
import { canonicalJson } from '@banshi/artifact';
import type { Example, SplitPart } from '@banshi/head';

/** First line of a snapshot's blob. */
export interface SnapshotHeader {
  schema: 1;
  /** Seed of the split. */
  seed: number;
  intents: { key: string; outOfScope: boolean }[];
  slots: { key: string }[];
}

export interface SnapshotExample extends Example {
  split: SplitPart;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The examples of all parts in the order of their texts. */
export function ordered(parts: Record<SplitPart, Example[]>): SnapshotExample[] {
  const all = (Object.keys(parts) as SplitPart[]).flatMap((split) => parts[split].map((example) => ({ ...example, split })));
  return all.sort((a, b) => compare(a.text, b.text) || compare(a.id, b.id));
}

/**
 * Content hash of a snapshot: SHA-256 of the RFC 8785 form of `[header, …examples]`, without the ids of rows, so that the
 * same labels give the same hash in every installation. Hashed piece by piece: an array's form is that of its elements.
 */
export function snapshotHash(header: SnapshotHeader, examples: readonly SnapshotExample[]): string {
  const hash = createHash('sha256').update(`[${canonicalJson(header)}`);
  for (const { text, intent, spans, split } of examples) hash.update(`,${canonicalJson({ text, intent, spans, split })}`);
  return hash.update(']').digest('hex');
}

/** JSON Lines of the blob. */
export function* snapshotLines(header: SnapshotHeader, examples: readonly SnapshotExample[]): Generator<string> {
  yield `${JSON.stringify(header)}\n`;
  for (const example of examples) yield `${JSON.stringify(example)}\n`;
}
