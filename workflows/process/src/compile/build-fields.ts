import { nodesOf, textOf, type ModdleNode } from '../moddle/moddle-node.js';
import { FIELD_ACCESSES, type FieldAccess, type FieldRules } from '../model/process-model.js';
import { processProblem, type ProcessProblem } from '../model/process-problem.js';
import { labelOf, type DrawnNode } from './drawn-process.js';

/** `banshi:fields` of a start event or user task; what is not named has the default access. */
export function buildFields(drawn: DrawnNode, extension: ModdleNode | undefined, fallback: FieldAccess, problems: ProcessProblem[]): FieldRules {
  const rules: FieldRules = { default: fallback, fields: [] };
  if (!extension) return rules;
  const given = textOf(extension, 'default');
  if (given !== null) rules.default = readAccess(given) ?? fallback;
  if (given !== null && !readAccess(given)) report('field-access-unknown', '', given);

  const seen = new Set<string>();
  for (const field of nodesOf(extension, 'values')) {
    const name = textOf(field, 'name')?.trim() ?? '';
    const written = textOf(field, 'access') ?? '';
    const access = readAccess(written);
    if (!name) report('field-name-missing', '', written);
    else if (seen.has(name)) report('field-duplicate', name, written);
    else if (!access) report('field-access-unknown', name, written);
    else rules.fields.push({ name, access });
    seen.add(name);
  }
  return rules;

  function report(code: 'field-access-unknown' | 'field-name-missing' | 'field-duplicate', field: string, access: string): void {
    problems.push(processProblem(code, drawn.id, { name: labelOf(drawn), field, access }));
  }
}

function readAccess(text: string): FieldAccess | null {
  return FIELD_ACCESSES.find((access) => access === text) ?? null;
}
