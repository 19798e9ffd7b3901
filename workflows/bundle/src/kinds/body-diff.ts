import { diffBySchema, type NameOf } from '../diff.js';
import type { JsonSchema } from './bodies.js';
import type { Change } from './kind.js';

/** The changes between two bodies of a kind; `null` is an item that is not there. */
export function diffBodies(title: Change['label'], schema: JsonSchema, before: { title: string } | null, after: { title: string } | null, nameOf?: NameOf): Change[] {
  if (before && after) return diffBySchema(schema, before, after, nameOf);
  const body = after ?? before;
  if (!body) return [];
  const label = { zh: `${title.zh}「${body.title}」`, en: `${title.en} “${body.title}”` };
  return after ? [{ path: '', type: 'added', after, label }] : [{ path: '', type: 'removed', before, label }];
}
