import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile, parseBpmn, serialiseBpmn } from '@banshi/process';

export interface MiwgReport {
  passed: number;
  total: number;
  /** One line per file that fails, with the reason. */
  failures: string[];
}

/**
 * The OMG interchange models (bpmn_miwg_reference under `dataDir`): each parses, compiles without throwing (most hold
 * kinds that are not run), and keeps every element and its id when it is written and read again.
 */
export async function checkMiwgModels(dataDir: string): Promise<MiwgReport> {
  const folder = join(dataDir, 'bpmn_miwg_reference');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.bpmn')).sort();
  const failures: string[] = [];
  for (const name of names) {
    const reason = await checkModel(await readFile(join(folder, name), 'utf8')).catch((error: unknown) => String(error));
    if (reason !== null) failures.push(`${name}: ${reason}`);
  }
  return { passed: names.length - failures.length, total: names.length, failures };
}

async function checkModel(xml: string): Promise<string | null> {
  const first = await parseBpmn(xml);
  if (!first.definitions) return `does not parse: ${first.problems.map((problem) => problem.code).join(', ')}`;
  await compile(xml);
  const second = await parseBpmn(await serialiseBpmn(first.definitions));
  if (!second.definitions) return 'does not parse again after writing';
  const [before, after] = [elementIds(first.definitions), elementIds(second.definitions)];
  const lost = before.filter((id) => !after.includes(id));
  if (lost.length > 0 || before.length !== after.length) return `${before.length} elements became ${after.length}; lost: ${lost.slice(0, 5).join(', ')}`;
  return null;
}

/** Type and id of every element below, diagram included, in document order. */
function elementIds(root: object): string[] {
  const ids: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null || !('$type' in node)) return;
    const element = node as Record<string, unknown>;
    ids.push(`${String(element['$type'])} ${String(element['id'] ?? '')}`);
    for (const [key, value] of [...Object.entries(element), ['$children', element['$children']] as const]) {
      // References point across the tree; only what an element contains has it as its parent.
      if (key === '$children' || !key.startsWith('$')) for (const child of Array.isArray(value) ? value : [value]) if (isChild(child, node)) visit(child);
    }
  };
  visit(root);
  return ids;
}

function isChild(value: unknown, parent: object): boolean {
  return typeof value === 'object' && value !== null && (value as { $parent?: unknown }).$parent === parent;
}
