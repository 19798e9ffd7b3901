import type { FormBody } from '../form-body.js';
import { conditionalsOf, fieldNames, fieldSchema, fieldTitle } from '../form-fields.js';
import { ownObject, ownStrings } from '../schema/json.js';
import { evaluateSchema } from '../schema/validate-schema.js';
import { fieldsRead } from '../show-if/condition.js';
import type { FieldCondition } from '../show-if/condition.js';
import { showIfOf } from '../show-if/show-if.js';
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
    found.push(...impossible(form, field, title));
    if (reachesItself(graph, field)) found.push(formProblem('show-if-cycle', '/schema/allOf', { field }, { title }));
  }
  return found;
}

/** The conditions of a field's show-if that no value of the other field satisfies, such as a choice that was since removed. */
function impossible(form: FormBody, field: string, title: string): FormProblem[] {
  return (showIfOf(form, field)?.conditions ?? [])
    .filter((condition) => !canHold(form, condition))
    .map(({ field: controller }) => formProblem('show-if-never', '/schema/allOf', { field }, { title, controllerTitle: fieldTitle(form, controller) }));
}

function canHold(form: FormBody, condition: FieldCondition): boolean {
  const schema = fieldSchema(form, condition.field);
  if (!schema) return true;
  const fits = (value: unknown, part: unknown = schema): boolean => evaluateSchema(part, value, { root: form.schema }).length === 0;
  const isType = (...types: string[]): boolean => schema['type'] === undefined || types.includes(String(schema['type']));
  switch (condition.operator) {
    case 'equals':
      return fits(condition.value);
    case 'in':
      return condition.value.some((value) => fits(value));
    case 'greater':
    case 'less':
      return isType('number', 'integer');
    case 'contains':
      return isType('array') && fits(condition.value, schema['items'] ?? true);
    case 'notEquals':
    case 'filled':
      return true;
  }
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
