import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalizeModule from 'canonicalize';
import { escapePointer } from './json-pointer.js';

// The package is CommonJS whose declaration says `export default`; at run time the default import is the function itself.
const serialize = canonicalizeModule as unknown as (value: unknown) => string;

/** Deeper nesting than any content needs; beyond it a reader would run out of stack. */
const maxDepth = 200;

/** With the `u` flag a paired surrogate is one character, so this meets only lone ones. */
const loneSurrogate = /\p{Surrogate}/u;

export type NotCanonicalReason = 'undefined' | 'number' | 'lone-surrogate' | 'type' | 'depth';

/** Thrown for a value that has no RFC 8785 form. `path` is the JSON Pointer of the place. */
export class NotCanonicalError extends Error {
  constructor(
    readonly reason: NotCanonicalReason,
    readonly path: string,
  ) {
    super(`${reasonTexts[reason]} at ${path === '' ? 'the root' : path}`);
    this.name = 'NotCanonicalError';
  }
}

const reasonTexts: Record<NotCanonicalReason, string> = {
  undefined: 'undefined is no JSON value',
  number: 'NaN and infinities are no JSON numbers',
  'lone-surrogate': 'a lone surrogate is no Unicode text',
  type: 'only plain objects, arrays, text, numbers, booleans and null are JSON values',
  depth: `nested deeper than ${maxDepth} levels`,
};

/**
 * RFC 8785 (JCS) text of a value. Refuses what JSON cannot carry instead of dropping it silently, because two contents
 * that differ must never share a hash.
 * @throws NotCanonicalError
 */
export function canonicalJson(value: unknown): string {
  refuseWhatIsNoJson(value, '', 0);
  return serialize(value);
}

/** SHA-256 in lower-case hexadecimal; a string is hashed as its UTF-8 bytes. */
export function sha256Hex(data: string | Uint8Array): string {
  if (typeof data === 'string' && loneSurrogate.test(data)) throw new NotCanonicalError('lone-surrogate', '');
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** The name of a content: SHA-256 of its canonical JSON. */
export function contentHash(body: unknown): string {
  return sha256Hex(canonicalJson(body));
}

/** The name of a bundle: SHA-256 over the canonical JSON of its sorted `[kind, key, sha256]` triples. The order given does not matter. */
export function bundleHash(entries: readonly { kind: string; key: string; sha256: string }[]): string {
  const triples = entries.map(({ kind, key, sha256 }) => [kind, key, sha256]);
  triples.sort((a, b) => compare(a[0]!, b[0]!) || compare(a[1]!, b[1]!));
  return sha256Hex(canonicalJson(triples));
}

/** Order by UTF-16 code units, the same on every machine and in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function refuseWhatIsNoJson(value: unknown, path: string, depth: number): void {
  if (depth > maxDepth) throw new NotCanonicalError('depth', path);
  switch (typeof value) {
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonicalError('number', path);
      return;
    case 'string':
      if (loneSurrogate.test(value)) throw new NotCanonicalError('lone-surrogate', path);
      return;
    case 'undefined':
      throw new NotCanonicalError('undefined', path);
    case 'object':
      break;
    default:
      throw new NotCanonicalError('type', path);
  }
  if (value === null) return;
  if (Array.isArray(value)) {
    // An index loop, because iteration helpers skip holes and a hole is an undefined.
    for (let index = 0; index < value.length; index++) refuseWhatIsNoJson(value[index], `${path}/${index}`, depth + 1);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // A JSON.parse in another realm (a worker, an iframe) gives objects whose prototype is not ours, but has none above it.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw new NotCanonicalError('type', path);
  for (const [key, child] of Object.entries(value)) {
    if (loneSurrogate.test(key)) throw new NotCanonicalError('lone-surrogate', path);
    refuseWhatIsNoJson(child, `${path}/${escapePointer(key)}`, depth + 1);
  }
}
