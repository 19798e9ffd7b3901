import type { Reply, ReplyBlock } from '@banshi/dialog';
import type { ChatInput, ChatState, ChatTurn } from '../client/chat.types.js';

export const idle: ChatState = { service: null, data: {}, errors: [], progress: { filled: 0, required: 0 }, mode: 'assistant' };

export const says = (...blocks: (string | ReplyBlock)[]): Reply => ({ blocks: blocks.map((block) => (typeof block === 'string' ? { type: 'text', text: block } : block)), quickReplies: [] });

type Answering = (input: ChatInput, turn: number) => { reply: Reply; state?: Partial<ChatState> };

/** A hall in memory, for tests: it keeps turns, takes each key once, and can be out of reach. */
export class FakeHall {
  turns: ChatTurn[] = [];
  state: ChatState = idle;
  session = 's1';
  /** So many calls fail before one gets through. */
  failing = 0;
  /** The next turn is answered with this. */
  refusal: { status: number; code: string; details?: unknown } | null = null;
  readonly calls: { path: string; body: unknown; headers: Record<string, string> }[] = [];
  private readonly taken = new Map<string, object>();
  private streams: ReadableStreamDefaultController<Uint8Array>[] = [];

  constructor(private readonly answering: Answering) {}

  readonly fetch: typeof fetch = async (input, init) => {
    const path = String(input).replace('/hall/v1', '');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : (init?.body ?? null);
    const headers = init?.headers as Record<string, string>;
    this.calls.push({ path, body, headers });
    if (this.failing > 0) {
      this.failing -= 1;
      throw new TypeError('out of reach');
    }
    return this.answer(path, body, headers, init?.signal ?? null);
  };

  /** A clerk, or another device, says something. */
  hear(turn: Omit<ChatTurn, 'at'>, state: Partial<ChatState> = {}): void {
    const full = { at: '2026-01-05T09:00:00Z', ...turn };
    this.turns.push(full);
    this.state = { ...this.state, ...state };
    for (const stream of this.streams) stream.enqueue(new TextEncoder().encode(`event: turn\ndata: ${JSON.stringify(full)}\n\nevent: state\ndata: ${JSON.stringify(this.state)}\n\n`));
  }

  private answer(path: string, body: unknown, headers: Record<string, string>, signal: AbortSignal | null): Response {
    if (path.startsWith('/chat/suggestions')) return json({ hot: ['如何申请低保？'], matches: path.endsWith('q=') ? [] : ['失业保险金怎么领', '失业登记'] });
    if (path.startsWith('/policies/')) return json({ key: 'rules', title: '低保办法', issuer: '', number: '', text: '第一条 总则。\n第二条 收入低于标准的，可以申请。', clauses: [{ id: 'a2', label: '第二条', start: 9, end: 27 }] });
    if (path === '/chat/sessions') return this.open(body as { session?: string });
    if (path.includes('/events')) return this.stream(signal);
    if (path.endsWith('/turns')) return this.turn(body as { input: ChatInput; after: number }, headers['idempotency-key']!);
    const after = Number(new URLSearchParams(path.split('?')[1]).get('after'));
    return json({ session: this.session, bundle: 'b', turns: this.turns.filter(({ turn }) => turn > after), state: this.state });
  }

  private open({ session }: { session?: string }): Response {
    if (session && session !== this.session) return json({ error: { code: 'SESSION_NOT_FOUND', message: 'gone' } }, 404);
    if (!session) this.turns = [{ turn: 0, at: '', from: 'system', said: null, by: null, reply: says('您好，请问要办什么？') }];
    const last = this.turns.at(-1)!;
    return json({ session: this.session, bundle: 'b', turn: last.turn, reply: last.reply, state: this.state }, 201);
  }

  private turn({ input }: { input: ChatInput }, key: string): Response {
    if (this.refusal) {
      const { status, code, details } = this.refusal;
      this.refusal = null;
      return json({ error: { code, message: code, details } }, status);
    }
    const before = this.taken.get(key);
    if (before) return json(before);
    const n = this.turns.length;
    const { reply, state } = this.answering(input, n);
    this.state = { ...this.state, ...state };
    const said = input.type === 'text' ? input.text : null;
    this.turns.push({ turn: n, at: '', from: 'citizen', said, by: null, reply });
    const answer = { turn: n, bundle: 'b', said, reply, state: this.state };
    this.taken.set(key, answer);
    return json(answer);
  }

  private stream(signal: AbortSignal | null): Response {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.streams.push(controller);
        signal?.addEventListener('abort', () => {
          this.streams = this.streams.filter((one) => one !== controller);
          controller.close();
        });
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
