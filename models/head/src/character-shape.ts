import type { TextCodec } from './text-codec.js';

/** Letters and digits within this many characters to each side are counted: the longest run that matters has 19 (a bank card). */
export const RUN_RADIUS = 18;
/** Counts above this are equal. */
export const RUN_LIMIT = 21;

/** Per vocabulary id: the id of its shape (every digit is `0`, every Latin letter `a`), and whether it is a digit or letter. */
export interface ShapeTable { shape: Int32Array; isAlphanumeric: Uint8Array }

/** Numbers and codes differ in every text; their shape does not. Built once per vocabulary. */
export function shapeTable(codec: TextCodec): ShapeTable {
  const shape = Int32Array.from({ length: codec.size }, (_, id) => id);
  const isAlphanumeric = new Uint8Array(codec.size);
  for (const [first, last] of [['0', '9'], ['a', 'z']] as const) {
    for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) {
      const [id, plain] = [codec.idOf(String.fromCharCode(code)), codec.idOf(first)];
      if (id === undefined || plain === undefined) continue;
      shape[id] = plain;
      isAlphanumeric[id] = 1;
    }
  }
  return { shape, isAlphanumeric };
}

/** For each position the number of digits and letters around it, itself included, at most {@link RUN_LIMIT}. */
export function alphanumericCounts(ids: readonly number[], table: ShapeTable): number[] {
  const before = [0];
  for (const id of ids) before.push(before[before.length - 1]! + table.isAlphanumeric[id]!);
  return ids.map((_, t) => Math.min(RUN_LIMIT, before[Math.min(ids.length, t + RUN_RADIUS + 1)]! - before[Math.max(0, t - RUN_RADIUS)]!));
}
