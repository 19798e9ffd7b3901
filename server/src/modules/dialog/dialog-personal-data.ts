import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { PersonalDataService } from '../privacy/personal-data.service.js';
import type { DataSubject, ErasureReport, ExportPart, Holding, PersonalDataSource, SubjectFacts } from '../privacy/privacy.types.js';
import { asChatTurn } from './chat-turn.js';
import { DialogSession } from './dialog-session.entity.js';
import { DialogStore } from './dialog-store.js';
import { DialogTurn } from './dialog-turn.entity.js';
import { DialogVault, statePlace, vaultKind } from './dialog-vault.js';
import { DialogMode } from './dialog.types.js';

/** What conversations hold of persons. Facts for statistics name fields alone and stay. */
@Injectable()
export class DialogPersonalData implements PersonalDataSource, OnModuleInit {
  readonly kind = vaultKind;
  readonly title = { zh: '智能助手会话', en: 'Conversations with the assistant' };
  readonly defaultDays = 180;

  constructor(
    private readonly registry: PersonalDataService,
    private readonly store: DialogStore,
    private readonly vault: DialogVault,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async holdings(ctx: RequestContext, { realm, applicantId }: DataSubject): Promise<Holding[]> {
    const rows = await sessions(ctx).find({ where: { realm, applicantId }, order: { createdAt: 'DESC' } });
    return rows.map(({ id, createdAt, mode, erasedAt }) => ({ id, title: createdAt.toISOString().slice(0, 16).replace('T', ' '), at: createdAt, keptBecause: mode === DialogMode.CLERK ? 'running' : null, isErased: erasedAt !== null }));
  }

  async realmsOf(ctx: RequestContext, applicantId: string): Promise<string[]> {
    const rows = await ctx.manager.query<{ realm: string }[]>('SELECT DISTINCT realm FROM dialog_session WHERE applicant_id = $1', [applicantId]);
    return rows.map(({ realm }) => realm);
  }

  async subjectsOf(ctx: RequestContext, ids: readonly string[]): Promise<SubjectFacts[]> {
    const rows = await sessions(ctx).findBy({ id: In([...ids]) });
    return rows.flatMap(({ realm, applicantId, applicantName }) => (applicantId === null ? [] : [{ realm, applicantId, name: applicantName }]));
  }

  async nameOf(ctx: RequestContext, { realm, applicantId }: DataSubject): Promise<string | null> {
    const [last] = await sessions(ctx).find({ where: { realm, applicantId }, order: { createdAt: 'DESC' }, take: 1 });
    return last?.applicantName ?? null;
  }

  async export(ctx: RequestContext, id: string): Promise<ExportPart[]> {
    const session = await sessions(ctx).findOneBy({ id });
    if (!session || session.erasedAt) return [];
    const turns = await this.store.turns(ctx, id, -1);
    const { service, createdAt, updatedAt, reason } = session;
    const json = { id, service, createdAt, updatedAt, reason, state: await this.vault.open(ctx, id, statePlace, session.state), turns: turns.map((turn) => ({ ...asChatTurn(turn), input: turn.content.input })) };
    return [{ name: `conversation-${id}.json`, content: { json } }];
  }

  /** A conversation that a clerk is holding stays until it has ended. */
  async erase(ctx: RequestContext, ids: readonly string[]): Promise<ErasureReport> {
    const rows = await sessions(ctx).find({ where: { id: In([...ids]) }, lock: { mode: 'pessimistic_write' } });
    const kept = rows.filter(({ mode }) => mode === DialogMode.CLERK).map(({ id }) => ({ id, reason: 'running' }));
    const erased = rows.filter(({ mode }) => mode !== DialogMode.CLERK).map(({ id }) => id);
    if (erased.length > 0) {
      await this.vault.destroy(ctx, erased);
      await ctx.manager.delete(DialogTurn, { session: In(erased) });
      await ctx.manager.query(
        `UPDATE dialog_session SET state = '{"sealed": ""}', note = NULL, applicant_id = NULL, applicant_name = NULL, mode = 'ENDED', waiting_since = NULL, erased_at = now(), ended_at = coalesce(ended_at, now()), rev = rev + 1
          WHERE id = ANY($1::uuid[]) AND erased_at IS NULL`,
        [erased],
      );
    }
    return { erased, kept };
  }

  /** Conversations of nobody known are among them: nobody else would ask for it. */
  async expired(ctx: RequestContext, before: Date, limit: number): Promise<string[]> {
    const rows = await ctx.manager.query<{ id: string }[]>(`SELECT id FROM dialog_session WHERE updated_at < $1 AND erased_at IS NULL AND mode <> 'CLERK' ORDER BY updated_at LIMIT $2`, [before, limit]);
    return rows.map(({ id }) => id);
  }
}

const sessions = (ctx: RequestContext): Repository<DialogSession> => ctx.manager.getRepository(DialogSession);
