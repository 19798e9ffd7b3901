/** Keywords and types of the expression language: a variable of such a name could not be read, or would hide a conversion. */
const RESERVED = new Set([
  ...['if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'function', 'external', 'instance', 'of'],
  ...['between', 'and', 'or', 'not', 'true', 'false', 'null', 'item'],
  ...['date', 'time', 'duration', 'context', 'list', 'string', 'number', 'boolean'],
]);

const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/u;
const SECTION_KEY = /^[a-z][a-z0-9-]{0,63}$/u;

/** Whether a property can be a workflow's variable and an object's key without surprise. */
export function isFieldName(name: string): boolean {
  return FIELD_NAME.test(name) && !RESERVED.has(name) && !(name in Object.prototype) && name !== 'prototype';
}

export function isSectionKey(key: string): boolean {
  return SECTION_KEY.test(key);
}

/** The stem itself, or with the first number that makes it free: `mobile`, `mobile2`… */
export function freeName(stem: string, taken: readonly string[]): string {
  if (!taken.includes(stem)) return stem;
  let n = 2;
  while (taken.includes(`${stem}${n}`)) n++;
  return `${stem}${n}`;
}
