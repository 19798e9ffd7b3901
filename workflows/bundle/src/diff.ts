import { canonicalJson } from './hash.js';
import { escapePointer } from './json-pointer.js';
import type { JsonSchema } from './kinds/bodies.js';
import type { Change } from './kinds/kind.js';

type Label = Change['label'];

/**
 * What names an entry of a list, first match wins. Two entries with the same name are one entry that changed, wherever
 * they stand; so an inserted material is one `added`, not a change of everything behind it.
 */
const identities = ['key', 'code', 'field', 'name', 'intent', 'title', 'question'] as const;

/**
 * The changes that lead from one JSON value to another, named by the titles of the kind's schema. Paths point into the
 * new value, except for what was removed.
 */
export function diffBySchema(schema: JsonSchema, before: unknown, after: unknown, nameOf: NameOf = () => undefined): Change[] {
  const changes: Change[] = [];
  compareValues({ schema, path: '', labels: [], changes, nameOf }, before, after);
  return changes;
}

/** A better name for an entry than its identity, where the kind knows one: a field's title for its place in the layout. */
export type NameOf = (entry: Record<string, unknown>) => string | undefined;

interface Place {
  schema: JsonSchema;
  path: string;
  labels: Label[];
  changes: Change[];
  nameOf: NameOf;
}

function compareValues(place: Place, before: unknown, after: unknown): void {
  if (before === undefined && after === undefined) return;
  if (before === undefined) return report(place, 'added', undefined, after);
  if (after === undefined) return report(place, 'removed', before, undefined);
  if (isRecord(before) && isRecord(after)) return compareRecords(place, before, after);
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(place, before, after);
  if (!same(before, after)) report(place, 'changed', before, after);
}

function compareRecords(place: Place, before: Record<string, unknown>, after: Record<string, unknown>): void {
  for (const name of new Set([...Object.keys(after), ...Object.keys(before)])) {
    const old = own(before, name);
    const now = own(after, name);
    compareValues(child(place, name, old, now), old, now);
  }
}

function compareLists(place: Place, before: unknown[], after: unknown[]): void {
  const items = (place.schema['items'] ?? {}) as JsonSchema;
  const identity = identityOf(before, after);
  const name = (value: unknown) => (identity === null ? canonicalJson(value) : String((value as Record<string, unknown>)[identity]));
  const pairs = pair(before, after, name, identity);
  const entry = (index: number, value: unknown): Place => ({
    ...place,
    schema: items,
    path: `${place.path}/${index}`,
    labels: [...place.labels, nameOfEntry(place, value, identity, items, index)],
  });
  const kept = new Set(pairs.map((p) => p.before));
  for (const [index, old] of before.entries()) if (!kept.has(index)) report(entry(index, old), 'removed', old, undefined);
  const partners = new Map(pairs.map((p) => [p.after, p.before]));
  for (const [index, now] of after.entries()) {
    const partner = partners.get(index);
    if (partner === undefined) report(entry(index, now), 'added', undefined, now);
    else compareValues(entry(index, now), before[partner], now);
  }
  reportOrder(place, pairs, before, after, identity);
}

interface Pair {
  before: number;
  after: number;
}

function pair(before: unknown[], after: unknown[], name: (value: unknown) => string, identity: string | null): Pair[] {
  const all = { before: before.map((_, index) => index), after: after.map((_, index) => index) };
  const named = pairEqual(all, (index) => name(before[index]), (index) => name(after[index]));
  const left = { before: leftOver(before, named.map((p) => p.before)), after: leftOver(after, named.map((p) => p.after)) };
  return [...named, ...pairRenamed(left, before, after, identity)].sort((a, b) => a.after - b.after);
}

interface Indexes {
  before: number[];
  after: number[];
}

/** Pairs each index of the new list with the first unpaired one of the old list that has the same text. */
function pairEqual(indexes: Indexes, textBefore: (index: number) => string, textAfter: (index: number) => string): Pair[] {
  const waiting = new Map<string, { at: number; indexes: number[] }>();
  for (const index of indexes.before) {
    const group = waiting.get(textBefore(index));
    if (group) group.indexes.push(index);
    else waiting.set(textBefore(index), { at: 0, indexes: [index] });
  }
  const pairs: Pair[] = [];
  for (const index of indexes.after) {
    const group = waiting.get(textAfter(index));
    const found = group?.indexes[group.at];
    if (group === undefined || found === undefined) continue;
    group.at += 1;
    pairs.push({ before: found, after: index });
  }
  return pairs;
}

/** Entries left over on both sides that differ in their name alone were renamed; entries without a name that stand in the same place were edited. */
function pairRenamed(left: Indexes, before: unknown[], after: unknown[], identity: string | null): Pair[] {
  if (identity !== null) {
    return pairEqual(left, (index) => canonicalJson(without(before[index], identity)), (index) => canonicalJson(without(after[index], identity)));
  }
  const oldLeft = new Set(left.before);
  return left.after
    .filter((index) => oldLeft.has(index) && isRecord(before[index]) && isRecord(after[index]))
    .map((index) => ({ before: index, after: index }));
}

function leftOver(values: unknown[], taken: number[]): number[] {
  const set = new Set(taken);
  return values.map((_, index) => index).filter((index) => !set.has(index));
}

function reportOrder(place: Place, pairs: readonly Pair[], before: unknown[], after: unknown[], identity: string | null): void {
  if (pairs.every((p, i) => i === 0 || p.before > pairs[i - 1]!.before)) return;
  const name = (value: unknown) => (identity === null ? value : (value as Record<string, unknown>)[identity]);
  const order = { ...place, labels: [...place.labels, { zh: '顺序', en: 'Order' }] };
  report(order, 'changed', before.map(name), after.map(name));
}

/** The property that tells entries apart, if all entries of both lists are objects that have it, each its own. */
function identityOf(before: unknown[], after: unknown[]): string | null {
  if (![...before, ...after].every(isRecord)) return null;
  const unique = (values: unknown[], property: string) => {
    const names = values.map((value) => (value as Record<string, unknown>)[property]);
    return names.every((n) => typeof n === 'string') && new Set(names).size === names.length;
  };
  return identities.find((property) => unique(before, property) && unique(after, property)) ?? null;
}

function nameOfEntry(place: Place, value: unknown, identity: string | null, items: JsonSchema, index: number): Label {
  const given = isRecord(value) ? (place.nameOf(value) ?? value['title']) : undefined;
  const title = typeof given === 'string' && given !== '' ? given : undefined;
  const name = title ?? (identity !== null && isRecord(value) ? String(value[identity]) : undefined);
  if (name !== undefined) return { zh: name, en: name };
  if (typeof value === 'string') return { zh: value, en: value };
  return { zh: `第 ${index + 1} 项`, en: `${(items['x-title-en'] as string | undefined) ?? 'Entry'} ${index + 1}` };
}

function child(place: Place, name: string, before: unknown, after: unknown): Place {
  const properties = (place.schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const others = place.schema['additionalProperties'];
  const known = Object.hasOwn(properties, name) ? properties[name]! : undefined;
  const schema = known ?? (typeof others === 'object' && others !== null ? (others as JsonSchema) : {});
  return { ...place, schema, path: `${place.path}/${escapePointer(name)}`, labels: [...place.labels, labelOf(known, name, after ?? before)] };
}

/** A place of the schema has its title; a place that the body itself names (a field of a form) has the title found there. */
function labelOf(known: JsonSchema | undefined, name: string, value: unknown): Label {
  const zh = known?.['title'] as string | undefined;
  if (zh !== undefined) return { zh, en: (known?.['x-title-en'] as string | undefined) ?? zh };
  const own = isRecord(value) && typeof value['title'] === 'string' && value['title'] !== '' ? value['title'] : name;
  return { zh: own, en: own };
}

function report(place: Place, type: Change['type'], before: unknown, after: unknown): void {
  const label = { zh: place.labels.map((l) => l.zh).join(' › '), en: place.labels.map((l) => l.en).join(' › ') };
  place.changes.push({
    path: place.path,
    type,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    label,
  });
}

function same(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

function without(value: unknown, property: string): unknown {
  const { [property]: _, ...rest } = value as Record<string, unknown>;
  return rest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(value: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
