export interface GraphqlErrorShape {
  message: string;
  extensions?: { code?: string; field?: string; params?: Record<string, unknown>; details?: unknown };
}

/** A refusal of the server, or no answer at all (`code` is then `NETWORK`). The message is in the person's language. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: { errors: Record<string, string> };

  constructor(
    readonly code: string,
    message: string,
    readonly field: string | null = null,
    readonly details: unknown = null,
    readonly params: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = httpStatuses[code] ?? 400;
    // react-admin's forms put errors of this shape at their fields. `input.name` belongs to the field `name`.
    this.body = { errors: field ? { [field.replace(/^input\./, '')]: message } : {} };
  }
}

/** react-admin tells sign-in and permission problems by HTTP status. */
const httpStatuses: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409, INTERNAL: 500, NETWORK: 0 };

export function apiError(error: GraphqlErrorShape): ApiError {
  const { code = 'INTERNAL', field, params, details } = error.extensions ?? {};
  return new ApiError(code, error.message, field ?? null, details ?? null, params ?? {});
}
