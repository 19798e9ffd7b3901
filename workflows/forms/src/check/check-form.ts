import type { FormBody } from '../form-body.js';
import { fieldNames } from '../form-fields.js';
import { utf8Length } from '../schema/limits.js';
import { checkConditions } from './check-conditions.js';
import { formProblem } from './form-problem.js';
import type { FormProblem } from './form-problem.js';
import { checkLayout } from './check-layout.js';
import { checkSchema } from './check-schema.js';

/** A page of two hundred questions is already more than anyone fills in. */
export const MAX_FIELDS = 200;
export const MAX_FORM_KILOBYTES = 512;
/** A schema nests about twice as deep as the data that it describes. */
const MAX_SCHEMA_DEPTH = 64;

function sizeProblem(form: FormBody): FormProblem | null {
  if (depthOf(form) > MAX_SCHEMA_DEPTH) return formProblem('too-deep', '', {}, { max: MAX_SCHEMA_DEPTH });
  if (utf8Length(JSON.stringify(form)) > MAX_FORM_KILOBYTES * 1024) return formProblem('form-too-large', '', {}, { max: MAX_FORM_KILOBYTES });
  const count = fieldNames(form).length;
  return count > MAX_FIELDS ? formProblem('too-many-fields', '/schema/properties', {}, { count, max: MAX_FIELDS }) : null;
}

/** Nesting of a value, counted only as far as it matters, so that a cyclic or hostile one ends too. */
function depthOf(root: unknown): number {
  const stack: [unknown, number][] = [[root, 0]];
  let deepest = 0;
  while (stack.length > 0 && deepest <= MAX_SCHEMA_DEPTH) {
    const [value, depth] = stack.pop()!;
    deepest = Math.max(deepest, depth);
    if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) stack.push([item, depth + 1]);
  }
  return deepest;
}

/** Everything that is wrong with a form, in an order that is worth mending in; empty when it can be published. */
export function checkForm(form: FormBody): FormProblem[] {
  const size = sizeProblem(form);
  if (size) return [size];
  const schema = checkSchema(form);
  // Conditions of a broken schema cannot be told apart from other brokenness.
  return schema.length > 0 ? [...schema, ...checkLayout(form)] : [...checkLayout(form), ...checkConditions(form)];
}
