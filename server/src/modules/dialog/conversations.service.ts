import { randomUUID } from 'node:crypto';
import { canonicalJson } from '@banshi/bundle';
import type { Reply, TurnContext, TurnInput, TurnTrace } from '@banshi/dialog';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { EventBus } from '../../platform/events/event-bus.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { hallRealm } from '../cases/case.types.js';
import { asChatTurn, viewModes } from './chat-turn.js';
import { CitizenProfileService } from './citizen-profile.service.js';
import { conflictsWith } from './conflicts.js';
import { standingOf } from './dialog-engine.js';
import type { DialogSession } from './dialog-session.entity.js';
import { DialogStore, type StoredTurn } from './dialog-store.js';
import { worldOf } from './dialog-world.js';
import { dialogErrors } from './dialog.errors.js';
import { type Caller, type ChatTurn, DialogMode, type SaidInput, type StateView } from './dialog.types.js';
import { parseInput } from './parse-input.js';
import { ReadingService } from './reading.service.js';
import { sayInput } from './say-input.js';
import { emptyReply } from './take-turn.js';
import { type TakenTurn, type TurnOrder, TurnRunner } from './turn-runner.js';

export type { Caller, ChatTurn, StateView } from './dialog.types.js';

/** Two who speak in one session at once take turns; one who loses so often meets a script, not a person. */
const maxAttempts = 5;
const maxKeyLength = 200;

export interface SpokenTurn {
  turn: number;
  bundle: string;
  said: string | null;
  reply: Reply;
  state: StateView;
  trace: TurnTrace | null;
}

export interface TurnRequest {
  input: unknown;
  /** Number of the last turn that the caller has seen. */
  after: unknown;
  idempotencyKey: string | null;
}

/** Conversations as citizens have them. What a turn needs of model and knowledge is asked before anything is locked. */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly store: DialogStore,
    private readonly runner: TurnRunner,
    private readonly reading: ReadingService,
    private readonly profiles: CitizenProfileService,
    private readonly events: EventBus,
  ) {}

  /** A new conversation, about a service where one is named. */
  async open(ctx: RequestContext, bundle: LoadedBundle, caller: Caller, service: string | null): Promise<{ session: string } & SpokenTurn> {
    this.checkService(bundle, service);
    const input: SaidInput & TurnInput = service === null ? { type: 'open' } : { type: 'open', service };
    const order = { id: randomUUID(), bundle, caller, input, kind: 'system' as const, content: { input, said: null }, context: await this.contextOf(ctx, bundle, caller) };
    const { session, turn } = await this.runner.start(ctx, order);
    return { session: session.id, ...(await this.answer(ctx, session, bundle, turn)) };
  }

  /** Goes on with a conversation: says what has changed since, and turns to the service where one is named. */
  async resume(ctx: RequestContext, bundle: LoadedBundle, caller: Caller, id: string, service: string | null): Promise<{ session: string } & SpokenTurn> {
    this.checkService(bundle, service);
    const answer = await this.retrying(async () => {
      const session = await this.store.get(ctx, caller, id);
      if (session.mode === DialogMode.ENDED) throw new DomainError(dialogErrors.SESSION_ENDED);
      const isTurn = session.mode === DialogMode.ASSISTANT && (service !== null || session.bundle !== bundle.sha256);
      if (!isTurn) return this.answer(ctx, session, bundle, await this.store.lastTurn(ctx, session));
      const input: SaidInput & TurnInput = service === null ? { type: 'open' } : { type: 'open', service };
      const taken = await this.runner.take(ctx, { session, bundle, caller, input, kind: 'system', content: { input, said: null }, context: await this.contextOf(ctx, bundle, caller) });
      return this.kept(ctx, taken);
    });
    return { session: id, ...answer };
  }

  /** One turn of the citizen. The same idempotency key answers the same again. */
  async say(ctx: RequestContext, bundle: LoadedBundle, caller: Caller, id: string, request: TurnRequest): Promise<SpokenTurn> {
    const input = parseInput(request.input);
    const idempotencyKey = request.idempotencyKey?.slice(0, maxKeyLength) || null;
    let read: Awaited<ReturnType<ReadingService['read']>> | null = null;
    return this.retrying(async () => {
      const session = await this.store.get(ctx, caller, id);
      const earlier = idempotencyKey === null ? null : await this.store.turnByKey(ctx, session.id, idempotencyKey);
      if (earlier) return this.repeat(ctx, session, bundle, earlier, input);
      if (session.mode === DialogMode.ENDED) throw new DomainError(dialogErrors.SESSION_ENDED);
      const last = await this.store.lastTurn(ctx, session);
      await this.demandCurrent(ctx, session, input, request.after);
      const said = sayInput(input, { world: worldOf(bundle), service: session.service, last: last.content.reply, language: ctx.language });
      const order = { session, bundle, caller, kind: 'citizen' as const, content: { input, said }, idempotencyKey, context: await this.contextOf(ctx, bundle, caller) };
      if (session.mode !== DialogMode.ASSISTANT) return this.sayToPerson(ctx, order, last);
      if (input.type === 'text') read ??= await this.reading.read(ctx, bundle, input.text, session.service);
      return this.kept(ctx, await this.runner.take(ctx, { ...order, input: input.type === 'text' ? { ...input, ...read! } : input }));
    });
  }

  /** Turns since the one that the caller has seen last, -1 for all. */
  async since(ctx: RequestContext, bundle: LoadedBundle, caller: Caller, id: string, after: number): Promise<{ session: string; bundle: string; turns: ChatTurn[]; state: StateView }> {
    const session = await this.store.get(ctx, caller, id);
    const turns = await this.store.turns(ctx, session.id, after);
    return { session: id, bundle: session.bundle, turns: turns.map((turn) => asChatTurn(turn, caller.realm !== hallRealm)), state: await this.view(ctx, session, bundle) };
  }

  /** Calls the listener after every turn of the session, and after turns may have been missed. Whoever listens has been let in by {@link since}. */
  follow(id: string, listener: () => void): () => void {
    const stops = [this.events.subscribe('dialog', ({ session }) => (session === id ? listener() : undefined)), this.events.onReconnect(listener)];
    return () => stops.forEach((stop) => stop());
  }

  /** The assistant is silent, but keeps the form, and comes back when it is called. */
  private async sayToPerson(ctx: RequestContext, order: Omit<TurnOrder, 'input'>, last: StoredTurn): Promise<SpokenTurn | null> {
    const { input } = order.content;
    const isCalledBack = order.session.mode === DialogMode.WAITING && input.type === 'choose' && input.payload === 'assistant';
    if (isCalledBack) return this.kept(ctx, await this.runner.take(ctx, { ...order, input: { type: 'handed-back', note: null }, patch: { mode: DialogMode.ASSISTANT, waitingSince: null } }));
    if (input.type === 'fill') return this.kept(ctx, await this.runner.take(ctx, { ...order, input, isSilent: true }));
    const { session, caller, content, idempotencyKey } = order;
    const silent = { ...content, reply: emptyReply(), trace: null, changed: [], asked: last.content.asked };
    const kept = await ctx.transaction(async (tx) => ((await this.store.lock(tx, session)) ? this.store.append(tx, session, { kind: 'citizen', content: silent, bundle: session.bundle, idempotencyKey }, signIn(session, caller)) : null));
    return kept && this.answer(ctx, kept.session, order.bundle, kept.turn);
  }

  private async kept(ctx: RequestContext, taken: TakenTurn): Promise<SpokenTurn | null> {
    const kept = await this.runner.keep(ctx, taken);
    return kept && this.answer(ctx, kept.session, taken.bundle, kept.turn);
  }

  private async demandCurrent(ctx: RequestContext, session: DialogSession, input: SaidInput, after: unknown): Promise<void> {
    if (after === undefined || after === null) return;
    if (typeof after !== 'number' || !Number.isInteger(after) || after < -1) throw new DomainError(dialogErrors.INPUT_INVALID, { field: 'after', params: { reason: 'after: 0, 1, 2, …' } });
    if (after > session.lastTurn) throw new DomainError(dialogErrors.TURN_AHEAD, { field: 'after', params: { last: session.lastTurn } });
    if (after === session.lastTurn) return;
    const [seen, ...since] = await this.store.turns(ctx, session.id, Math.max(after, 0) - 1);
    if (seen && conflictsWith(input, session.service, seen.content.asked, since)) throw new DomainError(dialogErrors.CONFLICT, { field: 'after', details: since.map((turn) => asChatTurn(turn)) });
  }

  private repeat(ctx: RequestContext, session: DialogSession, bundle: LoadedBundle, earlier: StoredTurn, input: SaidInput): Promise<SpokenTurn> {
    if (canonicalJson(earlier.content.input) !== canonicalJson(input)) throw new DomainError(dialogErrors.KEY_REUSED, { field: 'idempotency-key' });
    return this.answer(ctx, session, bundle, earlier);
  }

  private async answer(ctx: RequestContext, session: DialogSession, bundle: LoadedBundle, { n, content, bundle: by }: StoredTurn): Promise<SpokenTurn> {
    return { turn: n, bundle: by, said: content.said, reply: content.reply, state: await this.view(ctx, session, bundle), trace: content.trace };
  }

  /** Described by the session's own bundle as long as that is at hand; else by what the channel shows. */
  private async view(ctx: RequestContext, session: DialogSession, bundle: LoadedBundle): Promise<StateView> {
    const { service, data, errors, progress } = standingOf(await this.runner.stateOf(ctx, session), worldOf(bundle), ctx.language);
    return { service, data, errors, progress, mode: viewModes[session.mode] };
  }

  private async contextOf(ctx: RequestContext, bundle: LoadedBundle, caller: Caller): Promise<TurnContext> {
    return { now: new Date(), language: ctx.language, profile: await this.profiles.of(ctx, bundle, caller) };
  }

  private checkService(bundle: LoadedBundle, service: string | null): void {
    if (service !== null && !bundle.get('service', service)) throw new DomainError(dialogErrors.SERVICE_NOT_FOUND, { field: 'service', params: { key: service.slice(0, 80) } });
  }

  private async retrying<T>(attempt: () => Promise<T | null>): Promise<T> {
    for (let n = 0; n < maxAttempts; n += 1) {
      const result = await attempt();
      if (result !== null) return result;
    }
    throw new DomainError(dialogErrors.SESSION_BUSY);
  }
}

const signIn = (session: DialogSession, { applicant }: Caller) => (session.applicantId === null && applicant ? { applicantId: applicant.id, applicantName: applicant.name } : {});
