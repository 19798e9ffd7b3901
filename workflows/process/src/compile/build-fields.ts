import { nodesOf, textOf, type ModdleNode } from '../moddle/moddle-node.js';
import { FIELD_ACCESSES, type FieldAccess, type FieldRules } from '../model/process-model.js';
import { processProblem, type ProcessProblem } from '../model/process-problem.js';
import { labelOf, type DrawnNode } from './drawn-process.js';

/** `banshi:fields` of a start event or user task; what is not named has the default access. */
export function buildFields(drawn: DrawnNode, extension: ModdleNode | undefined, fallback: FieldAccess, problems: ProcessProblem[]): FieldRules {
  if (!extension) return { default: fallback, access: {} };
  const given = textOf(extension, 'default');
  if (given !== null && !readAccess(given)) report('field-access-unknown', '', given);

  const rules = new Map<string, FieldAccess>();
  for (const field of nodesOf(extension, 'values')) {
    const name = textOf(field, 'name')?.trim() ?? '';
    const written = textOf(field, 'access') ?? '';
    const access = readAccess(written);
    if (!name) report('field-name-missing', '', written);
    else if (rules.has(name)) report('field-duplicate', name, written);
    else if (!access) report('field-access-unknown', name, written);
    else rules.set(name, access);
  }
  // fromEntries makes even `__proto__` a key of its own, where an assignment would lose it.
  return { default: readAccess(given ?? '') ?? fallback, access: Object.fromEntries(rules) };

  function report(code: 'field-access-unknown' | 'field-name-missing' | 'field-duplicate', field: string, access: string): void {
    problems.push(processProblem(code, drawn.id, { name: labelOf(drawn), field, access }));
  }
}

function readAccess(text: string): FieldAccess | null {
  return FIELD_ACCESSES.find((access) => access === text) ?? null;
}
