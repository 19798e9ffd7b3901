import { isObject } from './json.js';
import { child } from './pointer.js';
import type { SchemaError } from './schema-error.js';

export const MAX_STRING_BYTES = 1_000_000;
export const MAX_BODY_BYTES = 10_000_000;
export const MAX_DEPTH = 32;

/** Keys through which assigned data could reach an object's prototype. */
export const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Length in UTF-8, without encoding the text; a lone surrogate counts as the three bytes of U+FFFD. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (unit >= 0xd800 && unit < 0xdc00 && text.charCodeAt(i + 1) >= 0xdc00 && text.charCodeAt(i + 1) < 0xe000) {
      bytes += 2;
      i++;
    } else bytes += 2;
  }
  return bytes;
}

/**
 * Refuses what no schema should have to look at: data that is too large or too deep, that is not JSON,
 * or that carries a forbidden key. Stops at the first problem, so its cost is bounded too.
 */
export function checkLimits(data: unknown, forbidden: ReadonlySet<string> = new Set()): SchemaError | null {
  let bytes = 0;
  const stack: { value: unknown; path: string; depth: number }[] = [{ value: data, path: '', depth: 0 }];
  while (stack.length > 0) {
    const { value, path, depth } = stack.pop()!;
    if (depth > MAX_DEPTH) return { path, keyword: 'too-large', params: { limit: 'depth', max: MAX_DEPTH } };
    if (typeof value === 'string') {
      const length = value.length > MAX_STRING_BYTES ? value.length : utf8Length(value);
      if (length > MAX_STRING_BYTES) return { path, keyword: 'too-large', params: { limit: 'string', max: MAX_STRING_BYTES } };
      bytes += length + 2;
    } else if (Array.isArray(value)) {
      bytes += 2 + value.length;
      for (let i = value.length - 1; i >= 0 && bytes <= MAX_BODY_BYTES; i--) stack.push({ value: value[i], path: child(path, i), depth: depth + 1 });
    } else if (isObject(value)) {
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== null) return { path, keyword: 'not-json', params: {} };
      for (const [key, item] of Object.entries(value)) {
        if (forbidden.has(key)) return { path: child(path, key), keyword: 'forbidden-key', params: { key } };
        bytes += utf8Length(key) + 4;
        if (item !== undefined) stack.push({ value: item, path: child(path, key), depth: depth + 1 });
      }
    } else if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
      bytes += 5;
    } else {
      return { path, keyword: 'not-json', params: {} };
    }
    if (bytes > MAX_BODY_BYTES) return { path: '', keyword: 'too-large', params: { limit: 'body', max: MAX_BODY_BYTES } };
  }
  return null;
}
