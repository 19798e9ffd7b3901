import { isValidAgainst, validateSchema, type FieldError } from '@banshi/forms';
import type { ErrorSchema, ValidatorType } from '@rjsf/utils';

/**
 * Our validation library as the renderer knows a validator. The renderer asks it only whether parts of a schema fit;
 * errors reach the fields as `extraErrors`, because they come with Chinese messages from `compileForm`.
 */
export const validator: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: (schema, data, root) => isValidAgainst(schema, data, { root }),
  rawValidation: <Result>(schema: unknown, data?: unknown) => ({ errors: validateSchema(schema, data) as Result[] }),
};

/** Errors by path, as the renderer nests them. */
export function toErrorSchema(errors: readonly FieldError[]): ErrorSchema {
  const root: Record<string, unknown> = {};
  for (const { path, message } of errors) {
    let at = root;
    for (const token of path.split('/').slice(1)) {
      const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
      at = (Object.hasOwn(at, name) ? at[name] : (at[name] = {})) as Record<string, unknown>;
    }
    at['__errors'] = [...((at['__errors'] as string[] | undefined) ?? []), message];
  }
  return root as ErrorSchema;
}
