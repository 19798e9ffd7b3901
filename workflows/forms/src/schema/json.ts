/** Deep equality of JSON values: 1 equals 1.0, `true` does not equal 1, the order of keys does not matter. */
export function isEqualJson(a: unknown, b: unknown): boolean {
  return a === b || stableText(a) === stableText(b);
}

/** The same text for equal JSON values, so that a set can tell duplicates in linear time. */
export function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`;
  if (isObject(value)) {
    const pairs = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${stableText(value[key])}`);
    return `{${pairs.join(',')}}`;
  }
  // -0 and 0 are one JSON number.
  return JSON.stringify(value === 0 ? 0 : value) ?? 'undefined';
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own property, or undefined; never one inherited from the prototype. */
export function own(object: unknown, key: string): unknown {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The own property when it is an object; an empty object otherwise. */
export function ownObject(object: unknown, key: string): Record<string, unknown> {
  const value = own(object, key);
  return isObject(value) ? value : {};
}

/** The strings of an own array property. */
export function ownStrings(object: unknown, key: string): string[] {
  const value = own(object, key);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Whether an object has the property with a JSON value; `undefined` counts as absent, as in JSON text. */
export function has(object: Record<string, unknown>, key: string): boolean {
  return Object.hasOwn(object, key) && object[key] !== undefined;
}
