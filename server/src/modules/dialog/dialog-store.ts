import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { MoreThan } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { DialogSession } from './dialog-session.entity.js';
import { DialogTurn } from './dialog-turn.entity.js';
import { dialogErrors } from './dialog.errors.js';
import { DialogVault, turnPlace } from './dialog-vault.js';
import { type Caller, DialogMode, type TurnContent, type TurnKind } from './dialog.types.js';

/** Turns that one read gives at most; a conversation of that length is read in pages by `after`. */
const maxTurns = 500;

export type StoredTurn = Omit<DialogTurn, 'content'> & { content: TurnContent };

export interface NewTurn {
  kind: TurnKind;
  content: TurnContent;
  bundle: string;
  by?: { id: string; name: string };
  idempotencyKey?: string | null;
}

/** Sessions and turns as rows. Every change of a session compares its revision, so of two at once one wins. */
@Injectable()
export class DialogStore {
  constructor(
    private readonly vault: DialogVault,
    private readonly events: EventBus,
  ) {}

  /** The caller's session; one that is another citizen's, or of another realm, is not there for him. */
  async get(ctx: RequestContext, caller: Caller, id: string): Promise<DialogSession> {
    const row = isUUID(id) ? await ctx.manager.findOneBy(DialogSession, { id, realm: caller.realm }) : null;
    const isOwn = row !== null && row.channel === caller.channel && (row.applicantId === null || row.applicantId === caller.applicant?.id);
    if (!isOwn) throw new DomainError(dialogErrors.SESSION_NOT_FOUND);
    if (row.erasedAt) throw new DomainError(dialogErrors.SESSION_ERASED);
    return row;
  }

  async find(ctx: RequestContext, id: string): Promise<DialogSession | null> {
    return isUUID(id) ? ctx.manager.findOneBy(DialogSession, { id }) : null;
  }

  /** Holds the session until the transaction ends; false where somebody has changed it since it was read. */
  async lock(tx: RequestContext, { id, rev }: DialogSession): Promise<boolean> {
    const rows = await tx.manager.query<unknown[]>('SELECT 1 FROM dialog_session WHERE id = $1 AND rev = $2 FOR UPDATE', [id, rev]);
    return rows.length > 0;
  }

  /** The session as it is now, held until the transaction ends; null where there is none. */
  async hold(tx: RequestContext, id: string): Promise<DialogSession | null> {
    return isUUID(id) ? tx.manager.findOne(DialogSession, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  /** Adds the next turn and changes the session with it. The caller holds the lock. */
  async append(tx: RequestContext, session: DialogSession, turn: NewTurn, patch: Partial<DialogSession> = {}): Promise<{ session: DialogSession; turn: StoredTurn }> {
    const now = new Date();
    const n = session.lastTurn + 1;
    const next = { ...session, ...patch, lastTurn: n, rev: session.rev + 1, updatedAt: now };
    const { id, createdAt: _createdAt, ...columns } = next;
    await tx.manager.update(DialogSession, { id, rev: session.rev }, columns as never);
    const stored = await this.insertTurn(tx, id, n, turn, now);
    await this.announce(tx, session, next);
    return { session: next, turn: stored };
  }

  /** A new session with its opening turn, number 0. */
  async create(tx: RequestContext, session: DialogSession, turn: NewTurn): Promise<StoredTurn> {
    await tx.manager.insert(DialogSession, session as never);
    return this.insertTurn(tx, session.id, 0, turn, session.createdAt);
  }

  async turns(ctx: RequestContext, session: string, after: number): Promise<StoredTurn[]> {
    const rows = await ctx.manager.find(DialogTurn, { where: { session, n: MoreThan(after) }, order: { n: 'ASC' }, take: maxTurns });
    return this.opened(ctx, rows);
  }

  async turnByKey(ctx: RequestContext, session: string, idempotencyKey: string): Promise<StoredTurn | null> {
    const row = await ctx.manager.findOneBy(DialogTurn, { session, idempotencyKey });
    return row && (await this.opened(ctx, [row]))[0]!;
  }

  /** What was last said in each of the sessions, in one query. */
  async lastSaid(ctx: RequestContext, sessions: readonly string[]): Promise<StoredTurn[]> {
    const rows = await ctx.manager.query<{ session: string; n: number }[]>(`SELECT DISTINCT ON (session) session, n FROM dialog_turn WHERE session = ANY($1::uuid[]) AND kind <> 'system' ORDER BY session, n DESC`, [sessions]);
    return rows.length === 0 ? [] : this.opened(ctx, await ctx.manager.findBy(DialogTurn, rows));
  }

  async lastTurn(ctx: RequestContext, session: DialogSession): Promise<StoredTurn> {
    return (await this.turns(ctx, session.id, session.lastTurn - 1))[0]!;
  }

  private async insertTurn(tx: RequestContext, session: string, n: number, turn: NewTurn, at: Date): Promise<StoredTurn> {
    const { kind, content, bundle, by, idempotencyKey = null } = turn;
    const row = { session, n, kind, bundle, byId: by?.id ?? null, byName: by?.name ?? null, idempotencyKey, at };
    await tx.manager.insert(DialogTurn, { ...row, content: await this.vault.seal(tx, session, turnPlace(n), content) } as never);
    return { ...row, content };
  }

  private async opened(ctx: RequestContext, rows: DialogTurn[]): Promise<StoredTurn[]> {
    const contents = await this.vault.openMany<TurnContent>(ctx, rows.map(({ session, n, content }) => ({ session, place: turnPlace(n), sealed: content })));
    return rows.map((row, index) => ({ ...row, content: contents[index]! }));
  }

  private async announce(tx: RequestContext, before: DialogSession, after: DialogSession): Promise<void> {
    const isDesk = [before.mode, after.mode].some((mode) => mode === DialogMode.WAITING || mode === DialogMode.CLERK);
    await this.events.publish(tx, 'dialog', { session: after.id, turn: after.lastTurn, isDesk, mode: after.mode, orgUnitId: after.orgUnitId });
  }
}
