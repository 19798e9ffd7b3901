import { elementLabel } from './bpmn-diff.js';
import type { Finding } from './findings.js';
import { pointerTokens } from './json-pointer.js';
import type { JsonSchema, KindName } from './kinds/bodies.js';
import { configKinds } from './kinds/config-kinds.js';
import { childSchema, titleOf, type Label } from './schema-label.js';

/** Where a finding is mended: a screen, the item in it, and the field or element to open. */
export interface FindingScreen {
  screen: KindName;
  /** Empty where the item does not exist yet, such as a model that is missing. */
  key: string;
  path: string;
  element?: string;
}

export function placeOf({ kind, key, path, element }: Finding): FindingScreen {
  return { screen: kind, key, path, ...(element === undefined ? {} : { element }) };
}

/**
 * What people call the place of a finding, such as 办事指南 › 申请材料 › 身份证 › 份数. Empty for an item as a whole.
 * @param body The body in which it was found; null for an item that is not there.
 */
export function placeLabel({ kind, path, element }: Finding, body: unknown): Label {
  const drawn = element === undefined ? null : elementLabel(String((body as { bpmn?: unknown } | null)?.bpmn), element);
  if (drawn) return drawn;
  const labels: Label[] = [];
  let schema: JsonSchema | undefined = configKinds[kind].schema;
  let value = body;
  for (const token of pointerTokens(path)) {
    const isEntry = Array.isArray(value);
    schema = childSchema(schema, token);
    value = typeof value === 'object' && value !== null && Object.hasOwn(value, token) ? (value as Record<string, unknown>)[token] : undefined;
    labels.push((isEntry ? entryLabel(value, token) : schema && titleOf(schema)) ?? ownTitle(value) ?? { zh: token, en: token });
  }
  return { zh: labels.map(({ zh }) => zh).join(' › '), en: labels.map(({ en }) => en).join(' › ') };
}

function entryLabel(value: unknown, index: string): Label {
  const number = Number(index) + 1;
  return ownTitle(value) ?? { zh: `第 ${number} 项`, en: `Entry ${number}` };
}

/** The words by which a part of a body names itself. */
function ownTitle(value: unknown): Label | null {
  if (typeof value !== 'object' || value === null) return null;
  const { title, name, question, field } = value as Record<string, unknown>;
  const own = [title, name, question, field].find((text) => typeof text === 'string' && text !== '');
  return own === undefined ? null : { zh: own as string, en: own as string };
}
