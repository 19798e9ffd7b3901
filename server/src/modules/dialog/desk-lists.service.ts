import { summaryOf } from '@banshi/dialog';
import { sliceCodePoints } from '@banshi/values';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { found } from '../../platform/errors/domain-error.js';
import { BundlesService } from '../release/bundles.service.js';
import { hallRealm } from '../cases/case.types.js';
import { asChatTurn, viewModes } from './chat-turn.js';
import { mayHandle, mayHandleCondition } from './desk-access.js';
import { DeskScope } from './desk.model.js';
import type { DeskConversationDetailModel, DeskConversationModel, DeskInboxModel } from './desk.model.js';
import { standingOf } from './dialog-engine.js';
import { DialogSession } from './dialog-session.entity.js';
import { DialogStore } from './dialog-store.js';
import { DialogVault, notePlace } from './dialog-vault.js';
import { worldOf } from './dialog-world.js';
import { DialogMode, type StateView } from './dialog.types.js';
import { maskText } from './mask-text.js';
import { TurnRunner } from './turn-runner.js';

const maxLastText = 60;

/** Conversations as clerks see them: lists masked, one that is opened with all that is in it. */
@Injectable()
export class DeskListsService {
  constructor(
    private readonly store: DialogStore,
    private readonly vault: DialogVault,
    private readonly runner: TurnRunner,
    private readonly bundles: BundlesService,
    private readonly audit: AuditService,
  ) {}

  /** Who waits longest comes first. */
  async list(ctx: RequestContext, scope: DeskScope, { skip, take }: { skip: number; take: number }): Promise<{ items: DeskConversationModel[]; totalItems: number }> {
    const [rows, totalItems] = await this.visible(ctx, scope).orderBy('session.waitingSince', 'ASC', 'NULLS LAST').addOrderBy('session.updatedAt', 'DESC').addOrderBy('session.id').offset(skip).limit(take).getManyAndCount();
    return { items: await this.describeAll(ctx, rows), totalItems };
  }

  async inbox(ctx: RequestContext): Promise<DeskInboxModel> {
    return { waiting: await this.visible(ctx, DeskScope.WAITING).getCount(), mine: await this.visible(ctx, DeskScope.MINE).getCount() };
  }

  /** The whole conversation. Reading one that a colleague holds, or nobody, is audited. */
  async get(ctx: RequestContext, id: string): Promise<DeskConversationDetailModel | null> {
    const session = await this.find(ctx, id);
    if (!session) return null;
    if (session.clerkId !== ctx.actor.id) await this.audit.append(ctx, { action: 'desk.read', target: { kind: 'conversation', key: session.id }, detail: { mode: session.mode } });
    const bundle = await this.bundles.load(ctx, session.bundle);
    const dialogue = await this.runner.stateOf(ctx, session);
    const { service, data, errors, progress } = standingOf(dialogue, worldOf(bundle), ctx.language);
    const state: StateView = { service, data, errors, progress, mode: viewModes[session.mode] };
    const turns = (await this.store.turns(ctx, session.id, -1)).map((turn) => asChatTurn(turn));
    const fields = summaryOf(dialogue, worldOf(bundle), ctx.language);
    return { ...(await this.describeAll(ctx, [session]))[0]!, turns, fields, state };
  }

  async getOne(ctx: RequestContext, id: string): Promise<DeskConversationDetailModel> {
    return found(await this.get(ctx, id), 'conversation');
  }

  /** Those that a person was needed for, as long as the clerk may handle them. */
  private async find(ctx: RequestContext, id: string): Promise<DialogSession | null> {
    const session = await this.store.find(ctx, id);
    const isOnDesk = session !== null && session.handedOverAt !== null && session.erasedAt === null;
    return isOnDesk && mayHandle(ctx, session.orgUnitId) ? session : null;
  }

  private visible(ctx: RequestContext, scope: DeskScope) {
    const { sql, units } = mayHandleCondition(ctx);
    const query = ctx.manager.createQueryBuilder(DialogSession, 'session').where(sql, { units }).andWhere('session.erasedAt IS NULL');
    const modes = scope === DeskScope.WAITING ? [DialogMode.WAITING] : scope === DeskScope.MINE ? [DialogMode.CLERK] : [DialogMode.WAITING, DialogMode.CLERK];
    query.andWhere('session.mode IN (:...modes)', { modes });
    if (scope === DeskScope.MINE) query.andWhere('session.clerkId = :me', { me: ctx.actor.id });
    return query;
  }

  private async describeAll(ctx: RequestContext, sessions: readonly DialogSession[]): Promise<DeskConversationModel[]> {
    const said = new Map((await this.store.lastSaid(ctx, sessions.map(({ id }) => id))).map((turn) => [turn.session, turn]));
    const noted = sessions.filter((session) => session.note !== null);
    const notes = await this.vault.openMany<string>(ctx, noted.map(({ id, note }) => ({ session: id, place: notePlace, sealed: note! })));
    const noteOf = new Map(noted.map(({ id }, index) => [id, notes[index]!]));
    const result: DeskConversationModel[] = [];
    for (const session of sessions) {
      const { id, mode, applicantName, reason, waitingSince, clerkId, clerkName, lastTurn, updatedAt } = session;
      const title = session.service === null ? null : ((await this.bundles.load(ctx, session.bundle)).get('service', session.service)?.title ?? session.service);
      const last = said.get(id)?.content.said ?? null;
      result.push({
        id,
        mode,
        service: session.service === null || title === null ? null : { key: session.service, title },
        applicantName,
        isPreview: session.realm !== hallRealm,
        reason,
        note: noteOf.get(id) ?? null,
        waitingSince,
        clerk: clerkId === null ? null : { id: clerkId, name: clerkName ?? '' },
        lastText: last === null ? null : sliceCodePoints(maskText(last), 0, maxLastText),
        lastAt: updatedAt,
        lastTurn,
      });
    }
    return result;
  }
}
