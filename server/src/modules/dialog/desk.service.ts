import type { Reply } from '@banshi/dialog';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError } from '../../platform/errors/domain-error.js';
import { BundlesService } from '../release/bundles.service.js';
import { mayHandle } from './desk-access.js';
import type { DialogSession } from './dialog-session.entity.js';
import { DialogStore } from './dialog-store.js';
import { dialogErrors } from './dialog.errors.js';
import { DialogMode, type TurnContent } from './dialog.types.js';
import { parseText } from './parse-input.js';
import { emptyReply } from './take-turn.js';
import { TurnRunner } from './turn-runner.js';

const texts = {
  claimed: { zh: '工作人员{name}已接入，正在为您服务。', en: '{name} has joined and will help you.' },
  ended: { zh: '本次会话已结束，感谢您的咨询。', en: 'This conversation has ended. Thank you.' },
};
const maxNote = 500;

/** What clerks do with conversations. Each holds the session, so of two clerks, or clerk and citizen, one comes after the other. */
@Injectable()
export class DeskService {
  constructor(
    private readonly store: DialogStore,
    private readonly runner: TurnRunner,
    private readonly bundles: BundlesService,
    private readonly audit: AuditService,
  ) {}

  /** Taking again what one holds changes nothing. Throws ALREADY_CLAIMED, NOT_WAITING. */
  async claim(ctx: RequestContext, id: string): Promise<void> {
    await ctx.transaction(async (tx) => {
      const session = await this.hold(tx, id);
      if (session.mode === DialogMode.CLERK && session.clerkId === tx.actor.id) return;
      if (session.mode === DialogMode.CLERK) throw new DomainError(dialogErrors.ALREADY_CLAIMED, { params: { name: session.clerkName ?? '' } });
      if (session.mode !== DialogMode.WAITING) throw new DomainError(dialogErrors.NOT_WAITING);
      const reply = said(texts.claimed[tx.language].replace('{name}', tx.actor.name));
      await this.append(tx, session, 'system', { input: { type: 'claimed' }, said: null, reply }, { mode: DialogMode.CLERK, clerkId: tx.actor.id, clerkName: tx.actor.name });
      await this.audit.append(tx, { action: 'desk.claim', target: { kind: 'conversation', key: id } });
    });
  }

  async answer(ctx: RequestContext, id: string, written: string): Promise<void> {
    const text = parseText(written, 'text').trim();
    if (text === '') throw new DomainError(dialogErrors.MESSAGE_MISSING, { field: 'text' });
    await ctx.transaction(async (tx) => {
      const session = await this.holdOwn(tx, id);
      await this.append(tx, session, 'clerk', { input: { type: 'message', text }, said: text, reply: emptyReply() });
    });
  }

  /** The assistant goes on, with the note in its ear. */
  async handBack(ctx: RequestContext, id: string, written: string | null): Promise<void> {
    const note = written === null ? null : parseText(written, 'note').trim().slice(0, maxNote) || null;
    await ctx.transaction(async (tx) => {
      const session = await this.holdOwn(tx, id);
      const input = { type: 'handed-back' as const, note };
      const taken = await this.runner.take(tx, {
        session,
        bundle: await this.bundles.load(tx, session.bundle),
        caller: { realm: session.realm, channel: session.channel, applicant: null },
        input,
        context: { now: new Date(), language: tx.language, profile: {} },
        kind: 'system',
        content: { input, said: null },
        patch: { mode: DialogMode.ASSISTANT, waitingSince: null, clerkId: null, clerkName: null },
      });
      await this.runner.keep(tx, taken);
      await this.audit.append(tx, { action: 'desk.hand-back', target: { kind: 'conversation', key: id } });
    });
  }

  async end(ctx: RequestContext, id: string): Promise<void> {
    await ctx.transaction(async (tx) => {
      const session = await this.holdOwn(tx, id);
      await this.append(tx, session, 'system', { input: { type: 'end' }, said: null, reply: said(texts.ended[tx.language]) }, { mode: DialogMode.ENDED, endedAt: new Date(), waitingSince: null });
      await this.audit.append(tx, { action: 'desk.end', target: { kind: 'conversation', key: id } });
    });
  }

  private async append(tx: RequestContext, session: DialogSession, kind: 'clerk' | 'system', content: Pick<TurnContent, 'input' | 'said' | 'reply'>, patch: Partial<DialogSession> = {}): Promise<void> {
    const { asked } = (await this.store.lastTurn(tx, session)).content;
    const by = kind === 'clerk' ? { id: tx.actor.id!, name: tx.actor.name } : undefined;
    await this.store.append(tx, session, { kind, bundle: session.bundle, content: { ...content, trace: null, changed: [], asked }, ...(by && { by }) }, patch);
  }

  /** Who may not handle it learns nothing about it. */
  private async hold(tx: RequestContext, id: string): Promise<DialogSession> {
    const session = await this.store.hold(tx, id);
    if (!session || session.handedOverAt === null || session.erasedAt !== null || !mayHandle(tx, session.orgUnitId)) throw new DomainError(commonErrors.NOT_FOUND, { params: { what: 'conversation' } });
    return session;
  }

  private async holdOwn(tx: RequestContext, id: string): Promise<DialogSession> {
    const session = await this.hold(tx, id);
    if (session.mode !== DialogMode.CLERK || session.clerkId !== tx.actor.id) throw new DomainError(dialogErrors.NOT_YOURS);
    return session;
  }
}

const said = (text: string): Reply => ({ blocks: [{ type: 'text', text }], quickReplies: [] });
