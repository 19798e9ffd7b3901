import { pointerTokens } from './json-pointer.js';
import type { JsonSchema } from './kinds/bodies.js';

export interface Label {
  zh: string;
  en: string;
}

/** What a kind's schema calls the place of a JSON Pointer; an entry of a list is called by its list's entry title and number. */
export function labelAt(root: JsonSchema, path: string): Label {
  let schema: JsonSchema | undefined = root;
  let label = titleOf(root) ?? { zh: '', en: '' };
  for (const name of pointerTokens(path)) {
    schema = childSchema(schema, name);
    const title = schema && titleOf(schema);
    const isIndex = /^\d+$/.test(name);
    if (title && isIndex) label = { zh: `${title.zh} ${Number(name) + 1}`, en: `${title.en} ${Number(name) + 1}` };
    else label = title ?? { zh: name, en: name };
  }
  return label;
}

export function titleOf(schema: JsonSchema): Label | null {
  const zh = schema['title'];
  const en = schema['x-title-en'];
  return typeof zh === 'string' ? { zh, en: typeof en === 'string' ? en : zh } : null;
}

/** The schema of a property, or of an entry when `name` is an index. */
export function childSchema(schema: JsonSchema | undefined, name: string): JsonSchema | undefined {
  const properties = (schema?.['properties'] ?? {}) as Record<string, JsonSchema>;
  if (Object.hasOwn(properties, name)) return properties[name];
  const rest = schema?.['items'] ?? schema?.['additionalProperties'];
  return typeof rest === 'object' && rest !== null ? (rest as JsonSchema) : undefined;
}
