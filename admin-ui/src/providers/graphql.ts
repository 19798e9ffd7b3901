import { createClient, type Client } from 'graphql-ws';
import { ApiError, apiError, type GraphqlErrorShape } from './api-error.js';
import { withSession } from './session-gate.js';

export { ApiError, apiError, type GraphqlErrorShape } from './api-error.js';

/** Every document that a loaded module holds, for the test that checks them against the server's schema. */
export const documents: string[] = [];

/** Marks a GraphQL document; editors highlight it, the value is the text itself. */
export function gql(parts: TemplateStringsArray, ...values: string[]): string {
  const text = String.raw(parts, ...values);
  documents.push(text);
  return text;
}

const whoDocument = gql`query Who { me { id } }`;

let language = 'zh';
/** Language in which the server words its messages. */
export function speak(next: string): void {
  language = next;
}
export const spokenLanguage = (): string => language;

/** State-changing requests by cookie are refused without this header. */
export const csrfHeader = { 'x-banshi-csrf': '1' } as const;

/**
 * Runs one query or mutation; an ended session is renewed on the way (see `withSession`).
 * @throws ApiError
 */
export function graphql<T>(document: string, variables: Record<string, unknown> = {}, signal?: AbortSignal): Promise<T> {
  return withSession(() => send<T>(document, variables, signal), signal);
}

async function send<T>(document: string, variables: Record<string, unknown>, signal?: AbortSignal): Promise<T> {
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
  if (error) throw await refusalOf(error);
  if (!answer?.data) throw new ApiError(response.status >= 500 ? 'INTERNAL' : 'NETWORK', `HTTP ${response.status}`);
  return answer.data;
}

/** The error of an answer. The server refuses who is nobody as it refuses who may not; which of the two it is, it tells when asked. */
export async function refusalOf(error: GraphqlErrorShape): Promise<ApiError> {
  return error.extensions?.code === 'FORBIDDEN' && (await whoIsThere()) === null ? new ApiError('UNAUTHENTICATED', error.message) : apiError(error);
}

/** Id of the person whom the server takes us for; null for nobody, undefined where it gives no answer. */
export async function whoIsThere(): Promise<string | null | undefined> {
  const { me } = await send<{ me: { id: string } | null }>(whoDocument, {}).catch(() => ({ me: undefined }));
  return me === undefined ? undefined : (me?.id ?? null);
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

/** Opens the socket anew, with the session that is valid now; what is followed stays followed. */
export function reopenSocket(): void {
  socket?.terminate();
}

/** Ends the socket, so that the next one is opened with the new session. */
export function closeSocket(): void {
  // The connection may be one that failed already; there is nothing left to end then.
  void Promise.resolve(socket?.dispose()).catch(() => undefined);
  socket = null;
}
