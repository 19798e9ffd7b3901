import { isObject } from '../schema/json.js';

/** Drops empty strings from objects, at every level: a text box that was touched and left empty is no answer. */
export function withoutBlanks<T>(data: T): T {
  if (Array.isArray(data)) return data.map(withoutBlanks) as T;
  if (!isObject(data)) return data;
  const kept = Object.entries(data).filter(([, value]) => value !== '' && value !== undefined);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutBlanks(value)])) as T;
}
