import type { ReplyBlock, TurnTrace } from '@banshi/dialog';
import { ChatError } from '../client/chat-error.js';
import type { ChatAnswer, ChatHistory, ChatInput, ChatState, ChatTurn } from '../client/chat.types.js';
import type { HallChatClient } from '../client/hall-chat-client.js';
import { citizenEntry, entriesOf, replyEntry, type Entry } from './entry.js';
import { Outbox, type Parcel } from './outbox.js';
import type { SessionMemory } from './session-memory.js';
import { Watch } from './watch.js';

export type Connection = 'opening' | 'open' | 'lost' | 'failed';

/** What a conversation tells whoever shows it. */
export interface ConversationEvents {
  onChange: () => void;
  onState?: (state: ChatState) => void;
  onTurn?: (answer: ChatAnswer, said: string) => void;
}

/**
 * A conversation with the hall: what was said, what is on its way, how the form stands. Nothing that a citizen says is
 * lost: it waits while the connection is gone and is sent again under the same key, so that it is taken once.
 */
export class Conversation {
  entries: readonly Entry[] = [];
  /** The part of a reply that has come so far. */
  partial: readonly ReplyBlock[] = [];
  state: ChatState | null = null;
  connection: Connection = 'opening';
  /** Why the conversation could not be opened. */
  failure: ChatError | null = null;
  trace: TurnTrace | null = null;
  /** An older conversation could not be found again. */
  isRenewed = false;

  /** What was refused, to be sent again. */
  private readonly refused = new Map<string, ChatInput>();
  private session: string | null = null;
  private seen = new Set<number>();
  private last = -1;
  /** Turns that others told us of while one of our own was on its way. */
  private held: ChatTurn[] = [];
  private readonly outbox: Outbox;
  private readonly watch: Watch;

  constructor(
    private readonly client: HallChatClient,
    private readonly memory: SessionMemory,
    private readonly events: ConversationEvents,
  ) {
    this.outbox = new Outbox({ deliver: (parcel) => this.deliver(parcel), onWaiting: (isWaiting) => this.setConnection(isWaiting ? 'lost' : 'open') });
    this.watch = new Watch(
      (signal) => this.client.events(this.session!, this.last, signal),
      (event) => (event.type === 'turn' ? this.hear(event.turn) : this.setState(event.state)),
    );
  }

  /** Number of the turns that are on their way. */
  get queued(): number {
    return this.outbox.size;
  }

  get sessionId(): string | null {
    return this.session;
  }

  /** Goes on with the remembered conversation, or starts one; with a service, that one is begun. */
  async start(service?: string): Promise<void> {
    this.connection = 'opening';
    this.failure = null;
    this.events.onChange();
    try {
      const known = this.memory.session;
      if (known && (await this.resume(known))) {
        if (service && this.state?.service !== service) this.send({ type: 'choose', payload: `service:${service}` }, '');
        return;
      }
      const opened = await this.client.open(service ? { service } : {});
      this.session = this.memory.session = opened.session;
      this.reset();
      this.mark(opened.turn);
      this.entries = entriesOf({ turn: opened.turn, at: '', from: 'system', said: null, by: null, reply: opened.reply });
      this.connection = 'open';
      this.setState(opened.state);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Ends this conversation for the one who sees it and starts another. */
  async restart(service?: string): Promise<void> {
    this.watch.stop();
    this.outbox.clear();
    this.memory.session = null;
    this.session = null;
    this.isRenewed = false;
    this.entries = [];
    await this.start(service);
  }

  /** `said` is what the bubble shows until the server says it better; '' shows none. */
  send(input: ChatInput, said: string, isForm = false): void {
    const entry = citizenEntry(said, { status: 'queued', isForm });
    const isAdded = this.outbox.add({ entry, input, key: crypto.randomUUID() });
    if (isAdded && said !== '') this.entries = [...this.entries, entry];
    this.events.onChange();
  }

  /** Tries at once what waits for the connection. */
  retry(): void {
    if (this.connection === 'failed') void this.start();
    else this.outbox.hurry();
  }

  /** Sends again what was refused, as a new turn. */
  resend(entry: Entry): void {
    const input = this.refused.get(entry.id);
    if (!input) return;
    this.entries = this.entries.filter(({ id }) => id !== entry.id);
    this.refused.delete(entry.id);
    this.send(input, entry.text);
  }

  /** Asks what happened meanwhile: another device, a clerk, a page that slept. */
  async refresh(): Promise<void> {
    if (!this.session || this.outbox.size > 0) return;
    try {
      this.take(await this.client.history(this.session, this.last));
    } catch {
      // The next turn says so, if it lasts.
    }
  }

  stop(): void {
    this.watch.stop();
    this.outbox.stop();
  }

  private async resume(session: string): Promise<boolean> {
    try {
      const opened = await this.client.open({ session });
      const history = await this.client.history(session, -1);
      this.session = session;
      this.reset();
      this.entries = [];
      this.take(history);
      // What the hall says on coming back (the bundle changed, what is still open) is no turn of the history.
      if (!this.seen.has(opened.turn)) {
        this.mark(opened.turn);
        this.entries = [...this.entries, ...entriesOf({ turn: opened.turn, at: '', from: 'system', said: null, by: null, reply: opened.reply })];
      }
      this.connection = 'open';
      this.setState(opened.state);
      return true;
    } catch (error) {
      if (!(error instanceof ChatError) || !error.isGone) throw error;
      this.memory.session = null;
      this.isRenewed = true;
      return false;
    }
  }

  private async deliver({ entry, input, key }: Parcel): Promise<void> {
    if (!this.session) throw new ChatError('NETWORK', 'not open yet', 0);
    this.partial = [];
    try {
      const answer = await this.client.turn(this.session, input, {
        after: this.last,
        idempotencyKey: key,
        onBlock: (block) => {
          this.partial = [...this.partial, block];
          this.events.onChange();
        },
      });
      this.partial = [];
      this.update(entry.id, { status: 'sent', turn: answer.turn, text: answer.said ?? entry.text });
      if (!this.seen.has(answer.turn) && (answer.reply.blocks.length > 0 || answer.reply.quickReplies.length > 0)) this.entries = [...this.entries, { ...replyEntry(answer.turn, answer.reply), isForm: entry.isForm }];
      if (entry.isForm) this.entries = withoutOlderEdits(this.entries);
      this.mark(answer.turn);
      this.trace = answer.trace ?? null;
      this.setState(answer.state);
      this.events.onTurn?.(answer, entry.text);
    } catch (error) {
      this.partial = [];
      if (error instanceof ChatError && error.isPassing) throw error;
      this.refuse(entry, input, error);
    } finally {
      for (const turn of this.held.splice(0)) this.accept(turn);
      this.events.onChange();
    }
  }

  private refuse(entry: Entry, input: ChatInput, error: unknown): void {
    const { code, details, message } = error instanceof ChatError ? error : new ChatError('INTERNAL', String(error), 0);
    // Another device has spoken in between: what it did is shown, and ours is kept to be sent again.
    if (code === 'CONFLICT' && Array.isArray(details)) for (const turn of details as ChatTurn[]) this.accept(turn);
    this.refused.set(entry.id, input);
    const shown = { ...entry, status: 'refused', problem: message } as const;
    this.entries = [...this.entries.filter(({ id }) => id !== entry.id), shown];
  }

  private take({ turns, state }: ChatHistory): void {
    for (const turn of turns) this.hear(turn);
    this.setState(state);
  }

  private hear(turn: ChatTurn): void {
    // It may be the very turn that is on its way.
    if (this.outbox.isDelivering && turn.from === 'citizen') this.held.push(turn);
    else this.accept(turn);
  }

  private accept(turn: ChatTurn): void {
    if (this.seen.has(turn.turn)) return;
    this.mark(turn.turn);
    this.entries = [...this.entries, ...entriesOf(turn)];
    this.events.onChange();
  }

  private setState(state: ChatState): void {
    this.state = state;
    // While a person answers, words come without being asked for.
    if (state.mode === 'waiting' || state.mode === 'clerk') this.watch.start();
    else this.watch.stop();
    this.events.onState?.(state);
    this.events.onChange();
  }

  private setConnection(connection: Connection): void {
    if (this.connection !== 'failed') this.connection = connection;
    this.events.onChange();
  }

  private fail(error: unknown): void {
    this.failure = error instanceof ChatError ? error : new ChatError('INTERNAL', String(error), 0);
    this.connection = 'failed';
    this.events.onChange();
  }

  private update(id: string, change: Partial<Entry>): void {
    this.entries = this.entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
  }

  private mark(turn: number): void {
    this.seen.add(turn);
    this.last = Math.max(this.last, turn);
  }

  private reset(): void {
    this.seen = new Set();
    this.last = -1;
    this.held = [];
    this.partial = [];
  }
}

/** Editing the form field by field is one line at the end of the conversation, not one for each field. */
function withoutOlderEdits(entries: readonly Entry[]): Entry[] {
  const start = entries.findLastIndex(({ isForm }) => !isForm) + 1;
  const last = Math.max(...entries.slice(start).map(({ turn }) => turn ?? -1));
  return entries.filter(({ turn, status }, index) => index < start || turn === last || status !== 'sent');
}
