/** Appends one token to a JSON pointer (RFC 6901). */
export function child(pointer: string, token: string | number): string {
  return `${pointer}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The tokens of a JSON pointer, unescaped. */
export function tokens(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a pointer names inside a document; undefined when nothing is there. */
export function at(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of tokens(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}

/** What a local reference (`#`, `#/$defs/address`) names; undefined when it is remote or names nothing. */
export function resolveRef(root: unknown, ref: string): unknown {
  if (ref === '#') return root;
  if (!ref.startsWith('#/')) return undefined;
  try {
    return at(root, decodeURIComponent(ref.slice(1)));
  } catch {
    return undefined;
  }
}
