import { createClient, type Client } from 'graphql-ws';

/** Every document that a loaded module holds, for the test that checks them against the server's schema. */
export const documents: string[] = [];

/** Marks a GraphQL document; editors highlight it, the value is the text itself. */
export function gql(parts: TemplateStringsArray, ...values: string[]): string {
  const text = String.raw(parts, ...values);
  documents.push(text);
  return text;
}

const whoDocument = gql`query Who { me { id } }`;

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

let language = 'zh';
/** Language in which the server words its messages. */
export function speak(next: string): void {
  language = next;
}
export const spokenLanguage = (): string => language;

/** State-changing requests by cookie are refused without this header. */
export const csrfHeader = { 'x-banshi-csrf': '1' } as const;

/**
 * Runs one query or mutation.
 * @throws ApiError
 */
export async function graphql<T>(document: string, variables: Record<string, unknown> = {}, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': language, ...csrfHeader },
      body: JSON.stringify({ query: document, variables }),
      signal: signal ?? null,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('NETWORK', String(cause));
  }
  const answer = (await response.json().catch(() => null)) as { data?: T; errors?: GraphqlErrorShape[] } | null;
  const error = answer?.errors?.[0];
  if (error) throw (await hasSessionEnded(error)) ? new ApiError('UNAUTHENTICATED', error.message) : apiError(error);
  if (!answer?.data) throw new ApiError(response.status >= 500 ? 'INTERNAL' : 'NETWORK', `HTTP ${response.status}`);
  return answer.data;
}

/** The server refuses who is nobody as it refuses who may not; which of the two it is, it tells when asked. */
async function hasSessionEnded(error: GraphqlErrorShape): Promise<boolean> {
  if (error.extensions?.code !== 'FORBIDDEN') return false;
  const { me } = await graphql<{ me: { id: string } | null }>(whoDocument).catch(() => ({ me: undefined }));
  return me === null;
}

export function apiError(error: GraphqlErrorShape): ApiError {
  const { code = 'INTERNAL', field, params, details } = error.extensions ?? {};
  return new ApiError(code, error.message, field ?? null, details ?? null, params ?? {});
}

let socket: Client | null = null;

/** Follows a subscription until the returned function is called. Reconnects by itself. */
export function subscribe<T>(document: string, variables: Record<string, unknown>, next: (data: T) => void): () => void {
  socket ??= createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
  });
  return socket.subscribe<T>(
    { query: document, variables },
    {
      next: (result) => {
        if (result.data) next(result.data);
      },
      // A subscription only makes a page livelier: every page also reads by query, so its failure needs no message.
      error: () => undefined,
      complete: () => undefined,
    },
  );
}

/** Ends the socket, so that the next one is opened with the new session. */
export function closeSocket(): void {
  // The connection may be one that failed already; there is nothing left to end then.
  void Promise.resolve(socket?.dispose()).catch(() => undefined);
  socket = null;
}
