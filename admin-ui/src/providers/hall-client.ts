import { ApiError, csrfHeader, type GraphqlErrorShape, refusalOf, spokenLanguage } from './graphql.js';
import { withSession } from './session-gate.js';

/** A short-lived key of the hall API and a fictional applicant. */
export interface PreviewSession {
  key: string;
  applicantToken: string;
  channel: string;
  expiresAt: string;
}

/** One request to the hall API and what came back, to be looked at. */
export interface Exchange {
  id: number;
  method: 'GET' | 'POST' | 'PUT';
  /** From `/hall/v1` on. */
  path: string;
  body: unknown;
  status: number;
  answer: unknown;
  /** Milliseconds until the whole answer was there. */
  took: number;
  bundle: string | null;
}

/** Opens a preview of a channel. @throws ApiError */
export function openPreviewSession(channel: string): Promise<PreviewSession> {
  return withSession(() => openSession(channel));
}

async function openSession(channel: string): Promise<PreviewSession> {
  const response = await send('/api/preview-session', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'accept-language': spokenLanguage(), ...csrfHeader },
    body: JSON.stringify({ channel }),
  });
  const answer = await json(response);
  const error = (answer as { error?: { message?: string } & NonNullable<GraphqlErrorShape['extensions']> } | null)?.error;
  if (!response.ok && error) throw await refusalOf({ message: error.message ?? '', extensions: error });
  return answerOf<PreviewSession>(response, answer);
}

let exchanges = 0;

/** The hall API as a hall calls it: by key, never by the session of whoever looks. */
export class HallClient {
  constructor(
    private readonly session: PreviewSession,
    private readonly onExchange: (exchange: Exchange) => void,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path, undefined);
  }

  post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
    return this.call<T>('POST', path, body, headers);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('PUT', path, body);
  }

  /** Stores a file for a field of type attachment. */
  upload<T>(file: File): Promise<T> {
    const form = new FormData();
    form.append('file', file);
    return this.call<T>('POST', '/attachments', form);
  }

  /** For the assistant, which makes its requests itself: the same key, the same list of what went over the wire. Streams of events are left alone. */
  readonly fetch: typeof fetch = async (input, init) => {
    const path = String(input);
    const started = performance.now();
    const response = await fetch(path, { ...init, credentials: 'omit', headers: { ...(init?.headers as Record<string, string>), authorization: `Bearer ${this.session.key}`, 'x-banshi-applicant': this.session.applicantToken } });
    if (!path.includes('/events')) void this.record(path, init, response.clone(), started);
    return response;
  };

  private async record(path: string, init: RequestInit | undefined, response: Response, started: number): Promise<void> {
    const text = await response.text().catch(() => '');
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    const { body } = init ?? {};
    const answer = parsed(isStream ? (/^event: done\ndata: (.*)$/m.exec(text)?.[1] ?? '') : text);
    this.onExchange({ id: (exchanges += 1), method: init?.method === 'POST' ? 'POST' : 'GET', path, body: typeof body === 'string' ? parsed(body) : body instanceof FormData ? { file: (body.get('file') as File).name } : undefined, status: response.status, answer, took: Math.round(performance.now() - started), bundle: response.headers.get('x-banshi-bundle') });
  }

  private async call<T>(method: 'GET' | 'POST' | 'PUT', path: string, body: unknown, extra: Record<string, string> = {}): Promise<T> {
    const url = `/hall/v1${path}`;
    const isForm = body instanceof FormData;
    const started = performance.now();
    const response = await send(url, {
      method,
      credentials: 'omit',
      headers: { authorization: `Bearer ${this.session.key}`, 'x-banshi-applicant': this.session.applicantToken, 'accept-language': spokenLanguage(), ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...extra },
      body: body === undefined ? null : isForm ? body : JSON.stringify(body),
    });
    const answer = await json(response);
    this.onExchange({ id: (exchanges += 1), method, path: url, body: isForm ? { file: (body.get('file') as File).name } : body, status: response.status, answer, took: Math.round(performance.now() - started), bundle: response.headers.get('x-banshi-bundle') });
    return answerOf<T>(response, answer);
  }
}

/** The request as a command line; the key and the token are named, not shown. */
export function asCurl({ method, path, body }: Pick<Exchange, 'method' | 'path' | 'body'>, origin: string): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const parts = [`curl -sS -X ${method} ${quote(`${origin}${path}`)}`, `-H "Authorization: Bearer $HALL_KEY"`];
  if (/\/(cases|attachments|chat|notifications|subscriptions|profile|recommendations)/.test(path)) parts.push(`-H "X-Banshi-Applicant: $APPLICANT_TOKEN"`);
  if (path.endsWith('/attachments')) parts.push(`-F ${quote(`file=@${(body as { file: string }).file}`)}`);
  else if (body !== undefined) parts.push(`-H 'Content-Type: application/json'`, `-d ${quote(JSON.stringify(body))}`);
  return parts.join(' \\\n  ');
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new ApiError('NETWORK', String(cause));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const json = (response: Response): Promise<unknown> => response.json().catch(() => null);

function answerOf<T>(response: Response, answer: unknown): T {
  if (response.ok) return answer as T;
  const error = (answer as { error?: { code?: string; message?: string; field?: string; details?: unknown } } | null)?.error;
  if (!error?.code) throw new ApiError(response.status >= 500 ? 'INTERNAL' : 'NETWORK', `HTTP ${response.status}`);
  throw new ApiError(error.code, error.message ?? '', error.field ?? null, error.details ?? null);
}
