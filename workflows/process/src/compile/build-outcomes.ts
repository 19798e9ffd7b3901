import { freeVariables, parse } from '@banshi/expression';
import { nodesOf, textOf, type ModdleNode } from '../moddle/moddle-node.js';
import type { Outcome, UserTaskElement } from '../model/process-model.js';
import { processProblem, type ProblemCode, type ProcessProblem } from '../model/process-problem.js';
import { labelOf, type DrawnNode } from './drawn-process.js';


/** `banshi:outcomes` of a user task: the actions its clerk can choose from. */
export function buildOutcomes(drawn: DrawnNode, extension: ModdleNode | undefined, problems: ProcessProblem[]): UserTaskElement['outcomes'] {
  if (!extension) return null;
  const variable = textOf(extension, 'variable')?.trim() ?? '';
  if (!isVariableName(variable)) report('outcome-variable-invalid', { variable });

  const written = nodesOf(extension, 'values');
  if (written.length === 0) report('outcomes-empty', {});
  const values: Outcome[] = [];
  for (const [index, node] of written.entries()) {
    const value = textOf(node, 'value')?.trim() ?? '';
    const title = textOf(node, 'title')?.trim() ?? '';
    if (!value) report('outcome-value-missing', { position: index + 1 });
    else if (values.some((other) => other.value === value)) report('outcome-duplicate', { value });
    if (!title) report('outcome-title-missing', { value });
    values.push({ value, title: title || value, titleEn: textOf(node, 'titleEn')?.trim() || title || value, requireComment: node.get('requireComment') === true });
  }
  return { variable, values };

  function report(code: ProblemCode, params: ProcessProblem['params']): void {
    problems.push(processProblem(code, drawn.id, { name: labelOf(drawn), ...params }));
  }
}

/** A name that a condition can read: FEEL takes it for one variable, and it is none of Object's own members. */
function isVariableName(name: string): boolean {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || name in {}) return false;
  const parsed = parse(name);
  return parsed.ok && freeVariables(parsed.expression).some((path) => path.length === 1 && path[0] === name);
}
