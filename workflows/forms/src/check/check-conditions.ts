import type { FormBody } from '../form-body.js';
import { conditionalsOf, fieldNames, fieldTitle } from '../form-fields.js';
import { ownObject, ownStrings } from '../schema/json.js';
import { fieldsRead } from '../show-if/condition.js';
import { controllersOf } from '../show-if/visibility.js';
import { formProblem } from './form-problem.js';
import type { FormProblem } from './form-problem.js';

/** The problems of what is required and shown when. */
export function checkConditions(form: FormBody): FormProblem[] {
  const names = fieldNames(form);
  const found: FormProblem[] = [];
  const always = ownStrings(form.schema, 'required');
  const branches = conditionalsOf(form.schema).flatMap((part) => [part['then'], part['else']]);
  for (const field of new Set([...always, ...branches.flatMap((branch) => ownStrings(branch, 'required'))])) {
    if (!names.includes(field)) found.push(formProblem('required-unknown-field', '/schema/required', { field }));
  }
  for (const field of new Set(conditionalsOf(form.schema).flatMap((part) => fieldsRead(part['if'])))) {
    if (!names.includes(field)) found.push(formProblem('show-if-unknown-field', '/schema/allOf', { field }));
  }
  const graph = new Map(names.map((name) => [name, controllersOf(form, name)]));
  for (const field of names) {
    const title = fieldTitle(form, field);
    const isHiddenSomewhere = branches.some((branch) => ownObject(branch, 'properties')[field] === false);
    if (isHiddenSomewhere && always.includes(field)) found.push(formProblem('required-while-hidden', '/schema/required', { field }, { title }));
    if (reachesItself(graph, field)) found.push(formProblem('show-if-cycle', '/schema/allOf', { field }, { title }));
  }
  return found;
}

/** Whether what decides about a field comes back to the field itself. */
function reachesItself(graph: ReadonlyMap<string, string[]>, field: string): boolean {
  const seen = new Set<string>();
  const queue = [...(graph.get(field) ?? [])];
  while (queue.length > 0) {
    const next = queue.pop()!;
    if (next === field) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(graph.get(next) ?? []));
  }
  return false;
}
