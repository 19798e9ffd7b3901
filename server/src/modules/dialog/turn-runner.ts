import { type DialogState, type Effect, startDialog, type TurnContext, type TurnInput } from '@banshi/dialog';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { LoadedBundle } from '../release/bundles.service.js';
import { storedState } from './dialog-engine.js';
import { DialogSession } from './dialog-session.entity.js';
import { DialogStore, type StoredTurn } from './dialog-store.js';
import { DialogVault, statePlace } from './dialog-vault.js';
import { worldOf } from './dialog-world.js';
import type { Caller, TurnContent, TurnKind } from './dialog.types.js';
import { EffectsService } from './effects.service.js';
import { DialogSubmissionService } from './submission.service.js';
import { askedPath, emptyReply, fieldOf, joinReplies, takeTurn, type Taken } from './take-turn.js';

export interface TurnOrder {
  session: DialogSession;
  /** What the channel shows now; the session is carried over to it. */
  bundle: LoadedBundle;
  caller: Caller;
  input: TurnInput;
  context: TurnContext;
  kind: TurnKind;
  /** What is kept of the input. */
  content: Pick<TurnContent, 'input' | 'said'>;
  idempotencyKey?: string | null;
  /** What changes in the session besides. */
  patch?: Partial<DialogSession>;
  /** While a clerk speaks, the assistant keeps the form and says nothing. */
  isSilent?: boolean;
}

/** What a turn came to, before it is stored. */
export interface TakenTurn extends TurnOrder {
  taken: Taken;
}

type Submit = Extract<Effect, { type: 'submit' }>;

/** Takes a turn of the engine and stores it with all that it brings about, or nothing. */
@Injectable()
export class TurnRunner {
  constructor(
    private readonly store: DialogStore,
    private readonly vault: DialogVault,
    private readonly submissions: DialogSubmissionService,
    private readonly effects: EffectsService,
  ) {}

  async stateOf(ctx: RequestContext, session: DialogSession): Promise<DialogState> {
    return storedState(await this.vault.open(ctx, session.id, statePlace, session.state));
  }

  /** Nothing is written; a turn that leads nowhere can be dropped. */
  async take(ctx: RequestContext, order: TurnOrder): Promise<TakenTurn> {
    const { session, bundle, input, context } = order;
    return { ...order, taken: takeTurn(await this.stateOf(ctx, session), worldOf(bundle), input, context) };
  }

  /** Null where the session has changed since it was read: read it again and take the turn anew. */
  keep(ctx: RequestContext, turn: TakenTurn): Promise<{ session: DialogSession; turn: StoredTurn } | null> {
    return ctx.transaction(async (tx) => ((await this.store.lock(tx, turn.session)) ? this.write(tx, turn) : null));
  }

  /** The first turn of a new session. */
  async start(ctx: RequestContext, order: Omit<TurnOrder, 'session'> & { id: string }): Promise<{ session: DialogSession; turn: StoredTurn }> {
    const { bundle, caller, context, id } = order;
    const taken = takeTurn(startDialog(), worldOf(bundle), order.input, context);
    return ctx.transaction(async (tx) => {
      const now = new Date();
      const { realm, channel, applicant } = caller;
      const session = tx.manager.create(DialogSession, { id, realm, channel, bundle: bundle.sha256, applicantId: applicant?.id ?? null, applicantName: applicant?.name ?? null, state: await this.vault.seal(tx, id, statePlace, taken.state), service: taken.standing.service, lastTurn: 0, rev: 1, createdAt: now, updatedAt: now });
      const patch = await this.effects.carryOut(tx, session, 0, bundle, taken.effects, null);
      const row = Object.assign(session, patch);
      await this.vault.remember(tx, id, taken.state, worldOf(bundle), taken.changed.map(fieldOf));
      return { session: row, turn: await this.store.create(tx, row, { kind: order.kind, bundle: bundle.sha256, content: contentOf(order, taken) }) };
    });
  }

  private async write(tx: RequestContext, order: TakenTurn): Promise<{ session: DialogSession; turn: StoredTurn }> {
    const { session, bundle, caller, content } = order;
    const taken = await this.withSubmissions(tx, order);
    const n = session.lastTurn + 1;
    const place = Object.assign(Object.create(null), session, { service: taken.standing.service }) as DialogSession;
    const effects = order.isSilent ? taken.effects.filter(({ type }) => type === 'count') : taken.effects;
    const brought = await this.effects.carryOut(tx, place, n, bundle, effects, content.input.type === 'text' ? content.input.text : null);
    await this.vault.remember(tx, session.id, taken.state, worldOf(bundle), taken.changed.map(fieldOf));
    const signedIn = session.applicantId === null && caller.applicant ? { applicantId: caller.applicant.id, applicantName: caller.applicant.name } : {};
    const patch = { ...signedIn, bundle: bundle.sha256, state: await this.vault.seal(tx, session.id, statePlace, taken.state), service: taken.standing.service, ...order.patch, ...brought };
    return this.store.append(tx, session, { kind: order.kind, bundle: bundle.sha256, content: contentOf(order, taken), idempotencyKey: order.idempotencyKey ?? null }, patch);
  }

  /** What the engine wants submitted is submitted, and its answer to that joined to the reply. */
  private async withSubmissions(tx: RequestContext, { taken, session, bundle, caller, context, isSilent }: TakenTurn): Promise<Taken> {
    const submit = isSilent ? undefined : taken.effects.find((effect): effect is Submit => effect.type === 'submit');
    if (submit === undefined) return taken;
    const outcome = await this.submissions.submit(tx, { id: session.id, bundle: bundle.sha256 }, caller, submit);
    const then = takeTurn(taken.state, worldOf(bundle), outcome, context);
    if (outcome.type === 'submitted') await this.effects.record(tx, session, session.lastTurn + 1, [{ what: 'submitted', service: submit.service, field: null, source: null }]);
    return { ...then, reply: joinReplies(taken.reply, then.reply), effects: [...taken.effects, ...then.effects], trace: taken.trace, changed: [...new Set([...taken.changed, ...then.changed])] };
  }
}

const contentOf = ({ content, isSilent }: Pick<TurnOrder, 'content' | 'isSilent'>, taken: Taken): TurnContent => ({
  ...content,
  reply: isSilent ? emptyReply() : taken.reply,
  trace: taken.trace,
  changed: taken.changed,
  asked: askedPath(taken.standing),
});
