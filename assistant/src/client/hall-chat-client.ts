import type { Answer, ReplyBlock } from '@banshi/dialog';
import { ChatError } from './chat-error.js';
import type { ChatAnswer, ChatEvent, ChatHistory, ChatInput, ChatState, ChatTurn, Division, OpenedChat, PolicyDocument, Suggestions, UploadedFile } from './chat.types.js';
import { readEvents } from './event-stream.js';

export interface HallChatOptions {
  /** Where the hall API answers, such as `/hall/v1` or the path of the hall's own proxy. Without a slash at its end. */
  base: string;
  /** Headers of every call, asked for anew each time: the applicant's token; never a hall key in a citizen's browser. */
  headers?: () => Record<string, string> | Promise<Record<string, string>>;
  /** `zh` or `en`: the language of replies and errors. */
  language?: () => string;
  fetch?: typeof fetch;
}

export interface TurnOptions {
  /** The last turn that the sender has seen. */
  after: number;
  /** The same key for the same turn, however often it is sent: it is taken once. */
  idempotencyKey: string;
  /** Parts of the reply as they come. */
  onBlock?: (block: ReplyBlock) => void;
  signal?: AbortSignal;
}

interface Call {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** The conversation part of `/hall/v1`. Every method rejects with a `ChatError`. */
export class HallChatClient {
  constructor(private readonly options: HallChatOptions) {}

  /** Starts a conversation, or goes on with one. */
  open(start: { service?: string; session?: string } = {}): Promise<OpenedChat> {
    return this.json('/chat/sessions', { body: start });
  }

  async turn(session: string, input: ChatInput, { after, idempotencyKey, onBlock, signal }: TurnOptions): Promise<ChatAnswer> {
    const accept = onBlock ? 'text/event-stream, application/json;q=0.9' : 'application/json';
    const response = await this.call(`/chat/sessions/${encodeURIComponent(session)}/turns`, { body: { input, after }, headers: { 'idempotency-key': idempotencyKey, accept }, signal });
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return bodyOf<ChatAnswer>(response);
    for await (const { event, data } of eventsOf(response)) {
      if (event === 'block') onBlock?.(JSON.parse(data) as ReplyBlock);
      if (event === 'done') return JSON.parse(data) as ChatAnswer;
      if (event === 'error') throw errorOf(response.status, JSON.parse(data));
    }
    throw new ChatError('NETWORK', 'the reply broke off', 0);
  }

  history(session: string, after: number): Promise<ChatHistory> {
    return this.json(`/chat/sessions/${encodeURIComponent(session)}?after=${after}`);
  }

  /** What happens in a conversation from now on, until the connection ends or `signal` is aborted. */
  async *events(session: string, after: number, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    const response = await this.call(`/chat/sessions/${encodeURIComponent(session)}/events?after=${after}`, { headers: { accept: 'text/event-stream' }, signal });
    for await (const { event, data } of eventsOf(response)) {
      if (event === 'turn') yield { type: 'turn', turn: JSON.parse(data) as ChatTurn };
      if (event === 'state') yield { type: 'state', state: JSON.parse(data) as ChatState };
    }
  }

  suggestions(q: string, signal?: AbortSignal): Promise<Suggestions> {
    return this.json(`/chat/suggestions?q=${encodeURIComponent(q)}`, { signal });
  }

  /** One question, outside of any conversation. `on` is a day, `region` a code of GB/T 2260. */
  answer(question: string, context: { on?: string; region?: string; service?: string } = {}): Promise<Answer> {
    return this.json('/answer', { body: { question, ...context } });
  }

  /** Stores a file for a field of type attachment. */
  upload(file: File): Promise<UploadedFile> {
    const form = new FormData();
    form.append('file', file);
    return this.json('/attachments', { body: form });
  }

  /** The divisions under one, the provinces without. */
  async divisions(under?: string): Promise<Division[]> {
    return (await this.json<{ items: Division[] }>(`/divisions${under ? `?under=${encodeURIComponent(under)}` : ''}`)).items;
  }

  policy(key: string): Promise<PolicyDocument> {
    return this.json(`/policies/${encodeURIComponent(key)}`);
  }

  private async json<T>(path: string, call: Call = {}): Promise<T> {
    return bodyOf<T>(await this.call(path, call));
  }

  private async call(path: string, { method, body, headers, signal }: Call): Promise<Response> {
    const { base, fetch: send = fetch, language } = this.options;
    const isForm = body instanceof FormData;
    const own = (await this.options.headers?.()) ?? {};
    const response = await send(`${base}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { accept: 'application/json', ...(language && { 'accept-language': language() }), ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...own, ...headers },
      body: body === undefined ? null : isForm ? body : JSON.stringify(body),
      ...(signal && { signal }),
    }).catch((cause: unknown) => {
      throw new ChatError('NETWORK', String(cause), 0);
    });
    if (!response.ok) throw errorOf(response.status, await response.json().catch(() => null), response.headers.get('retry-after'));
    return response;
  }
}

/** An answer that breaks off half-way is no answer. */
const bodyOf = <T>(response: Response): Promise<T> =>
  response.json().catch((cause: unknown) => {
    throw new ChatError('NETWORK', String(cause), 0);
  });

async function* eventsOf(response: Response) {
  if (!response.body) throw new ChatError('NETWORK', 'no stream', 0);
  try {
    yield* readEvents(response.body);
  } catch (cause) {
    throw cause instanceof ChatError ? cause : new ChatError('NETWORK', String(cause), 0);
  }
}

function errorOf(status: number, body: unknown, retryAfter: string | null = null): ChatError {
  const error = (body as { error?: { code?: string; message?: string; details?: unknown } } | null)?.error;
  const seconds = Number(retryAfter);
  return new ChatError(error?.code ?? `HTTP_${status}`, error?.message ?? '', status, error?.details ?? null, retryAfter !== null && Number.isFinite(seconds) ? seconds : null);
}
