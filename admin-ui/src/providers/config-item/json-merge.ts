/** One place in which two contents differ. `undefined` stands for absent. */
export interface Difference {
  /** JSON Pointer (RFC 6901). */
  path: string;
  before: unknown;
  after: unknown;
}

/** A place that both sides changed, each differently. */
export interface Clash {
  path: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const escape = (token: string) => token.replaceAll('~', '~0').replaceAll('/', '~1');

/** Equality of JSON values; the order of an object's members does not count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((value, index) => isSame(value, b[index]));
  if (isObject(a) && isObject(b)) return keysOf(a, b).every((key) => isSame(a[key], b[key]));
  return false;
}

/** Where two contents differ. Lists of unequal length are one place, because their positions no longer correspond. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (isSame(before, after)) return [];
  if (isObject(before) && isObject(after)) return keysOf(before, after).flatMap((key) => differences(before[key], after[key], `${path}/${escape(key)}`));
  if (isList(before) && isList(after) && before.length === after.length) return before.flatMap((value, index) => differences(value, after[index], `${path}/${index}`));
  return [{ path, before, after }];
}

/** Joins what two people changed in one base. Where both changed the same place, `mine` stands and the place is named as a clash. */
export function mergeThreeWay(base: unknown, mine: unknown, theirs: unknown, path = ''): { merged: unknown; clashes: Clash[] } {
  if (isSame(mine, theirs) || isSame(base, theirs)) return { merged: mine, clashes: [] };
  if (isSame(base, mine)) return { merged: theirs, clashes: [] };
  if (isObject(base) && isObject(mine) && isObject(theirs)) {
    const merged: Record<string, unknown> = {};
    const clashes: Clash[] = [];
    for (const key of [...new Set([...keysOf(mine, theirs), ...Object.keys(base)])]) {
      const part = mergeThreeWay(base[key], mine[key], theirs[key], `${path}/${escape(key)}`);
      if (part.merged !== undefined) merged[key] = part.merged;
      clashes.push(...part.clashes);
    }
    return { merged, clashes };
  }
  if (isList(base) && isList(mine) && isList(theirs) && base.length === mine.length && base.length === theirs.length) {
    const parts = base.map((value, index) => mergeThreeWay(value, mine[index], theirs[index], `${path}/${index}`));
    return { merged: parts.map((part) => part.merged), clashes: parts.flatMap((part) => part.clashes) };
  }
  return { merged: mine, clashes: [{ path, base, mine, theirs }] };
}

/** A copy of `body` with the value at a JSON Pointer replaced; `undefined` removes it. */
export function replaceAt<T>(body: T, pointer: string, value: unknown): T {
  if (pointer === '') return value as T;
  const [head, ...rest] = pointer.slice(1).split('/');
  const token = head!.replaceAll('~1', '/').replaceAll('~0', '~');
  const below = rest.length > 0 ? `/${rest.join('/')}` : '';
  if (isList(body)) return body.map((item, index) => (String(index) === token ? replaceAt(item, below, value) : item)) as T;
  const copy = { ...(body as Record<string, unknown>) };
  const next = replaceAt(copy[token], below, value);
  if (next === undefined) delete copy[token];
  else copy[token] = next;
  return copy as T;
}

function keysOf(a: Record<string, unknown>, b: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}
