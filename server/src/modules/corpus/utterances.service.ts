import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { DomainError, found } from '../../platform/errors/domain-error.js';
import { checkUtterance } from './check-utterance.js';
import { corpusErrors } from './corpus.errors.js';
import { LabelsService } from './labels.service.js';
import { Utterance } from './utterance.entity.js';
import { foldedText, textHash } from './utterance-text.js';
import type { Span, UtteranceDraft, UtteranceSource } from './utterance.types.js';
import { insertUtterances, twinsOf } from './utterances.repository.js';

export interface Skipped {
  /** Place among the texts that were given. */
  index: number;
  text: string;
  error: DomainError;
}

export interface UtteranceChange {
  rev: number;
  text?: string | null;
  /** Undefined keeps it; null takes it away. */
  intent?: string | null;
  entities?: Span[] | null;
}

/** Utterances one by one and by the handful; files are the import's. */
@Injectable()
export class UtterancesService {
  constructor(
    private readonly labels: LabelsService,
    private readonly audit: AuditService,
  ) {}

  async get(ctx: RequestContext, id: string): Promise<Utterance> {
    return found(await ctx.manager.findOneBy(Utterance, { id }), `utterance ${id}`);
  }

  async create(ctx: RequestContext, draft: UtteranceDraft): Promise<Utterance> {
    const { created, skipped } = await this.createMany(ctx, [draft], 'manual');
    if (skipped[0]) throw skipped[0].error;
    return created[0]!;
  }

  /** Takes what can be taken; of each text that is left out it says why. */
  async createMany(ctx: RequestContext, drafts: readonly UtteranceDraft[], source: UtteranceSource): Promise<{ created: Utterance[]; skipped: Skipped[] }> {
    const keys = await this.labels.existing(ctx, drafts);
    const good: { index: number; draft: UtteranceDraft }[] = [];
    const skipped: Skipped[] = [];
    drafts.forEach((draft, index) => {
      try {
        good.push({ index, draft: checkUtterance(draft, keys) });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        skipped.push({ index, text: draft.text, error });
      }
    });
    const ids = good.length > 0 ? await insertUtterances(ctx, good.map(({ draft }) => ({ ...draft, source }))) : [];
    const lost = good.filter((_, i) => ids[i] === null);
    for (const { index, draft } of lost) skipped.push({ index, text: draft.text, error: await this.duplicate(ctx, draft.text) });
    const kept = ids.filter((id) => id !== null);
    const created = kept.length > 0 ? await ctx.manager.createQueryBuilder(Utterance, 'u').where('u.id = ANY(:ids::uuid[])', { ids: kept }).getMany() : [];
    created.sort((a, b) => kept.indexOf(a.id) - kept.indexOf(b.id));
    if (created.length > 0) await this.audit.append(ctx, { action: 'corpus.create', target: { kind: 'utterance', key: created.length === 1 ? created[0]!.id : `${created.length}` }, detail: { count: created.length, source, intents: [...new Set(created.map((row) => row.intent))].slice(0, 50) } });
    return { created, skipped: skipped.sort((a, b) => a.index - b.index) };
  }

  /** Throws CONFLICT with the other person's labels where the revision is not the one that was seen. */
  async update(ctx: RequestContext, id: string, change: UtteranceChange): Promise<Utterance> {
    const before = await this.get(ctx, id);
    if (before.rev !== change.rev || before.deletedAt) throw conflict(before);
    const wanted = { text: change.text ?? before.text, intent: change.intent === undefined ? before.intent : change.intent, entities: change.entities ?? before.entities };
    const draft = checkUtterance(wanted, await this.labels.existing(ctx, [wanted]));
    const hash = textHash(draft.text);
    if (hash !== before.textHash && (await twinsOf(ctx.manager, [hash])).size > 0) throw await this.duplicate(ctx, draft.text);
    const [rows] = await refusingTwins(
      ctx.manager.query<[unknown[], number]>(
        `UPDATE utterance SET rev = rev + 1, text = $3, text_hash = $4, folded = $5, intent = $6, entities = $7, by_id = $8, by_name = $9, updated_at = now()
          WHERE id = $1 AND rev = $2 AND deleted_at IS NULL RETURNING id`,
        [id, change.rev, draft.text, hash, foldedText(draft.text), draft.intent, JSON.stringify(draft.entities), ctx.actor.id, ctx.actor.name],
      ),
    );
    if (rows.length === 0) throw conflict(await this.get(ctx, id));
    await this.audit.append(ctx, { action: 'corpus.update', target: { kind: 'utterance', key: id }, detail: { intent: { before: before.intent, after: draft.intent }, spans: draft.entities.length, text: hash !== before.textHash } });
    return this.get(ctx, id);
  }

  /** They stay for {@link restore}; lists, training sets and exports leave them out. Answers how many were there. */
  async delete(ctx: RequestContext, ids: readonly string[]): Promise<number> {
    const [rows] = await ctx.manager.query<[unknown[], number]>('UPDATE utterance SET deleted_at = now(), rev = rev + 1 WHERE id = ANY($1::uuid[]) AND deleted_at IS NULL RETURNING id', [[...ids]]);
    await this.audit.append(ctx, { action: 'corpus.delete', target: { kind: 'utterance', key: ids.length === 1 ? ids[0]! : `${ids.length}` }, detail: { count: rows.length } });
    return rows.length;
  }

  /** Refused with DUPLICATE_TEXT where the same text has been added meanwhile. */
  async restore(ctx: RequestContext, ids: readonly string[]): Promise<number> {
    const [taken] = await ctx.manager.query<{ id: string; intent: string | null }[]>(
      `SELECT other.id, other.intent FROM utterance u JOIN utterance other ON other.text_hash = u.text_hash AND other.deleted_at IS NULL
        WHERE u.id = ANY($1::uuid[]) AND u.deleted_at IS NOT NULL LIMIT 1`,
      [[...ids]],
    );
    if (taken) throw duplicateOf(taken, ctx.language);
    const [rows] = await refusingTwins(ctx.manager.query<[unknown[], number]>('UPDATE utterance SET deleted_at = NULL, rev = rev + 1 WHERE id = ANY($1::uuid[]) AND deleted_at IS NOT NULL RETURNING id', [[...ids]]));
    await this.audit.append(ctx, { action: 'corpus.restore', target: { kind: 'utterance', key: ids.length === 1 ? ids[0]! : `${ids.length}` }, detail: { count: rows.length } });
    return rows.length;
  }

  private async duplicate(ctx: RequestContext, text: string): Promise<DomainError> {
    const hash = textHash(text);
    return duplicateOf((await twinsOf(ctx.manager, [hash])).get(hash), ctx.language);
  }
}

/** The error for a text that the corpus holds already; says under which intent. */
export function duplicateOf(twin: { id: string; intent: string | null } | undefined, language: 'zh' | 'en'): DomainError {
  const intent = twin?.intent ?? null;
  const where = intent === null ? '' : language === 'zh' ? `，意图为「${intent}」` : ` with the intent “${intent}”`;
  return new DomainError(corpusErrors.DUPLICATE_TEXT, { field: 'input.text', params: { where, ...(intent !== null && { intent }) }, details: { id: twin?.id ?? null, intent } });
}

const conflict = (row: Utterance) =>
  new DomainError(corpusErrors.CONFLICT, {
    field: 'input.rev',
    params: { name: row.byName },
    details: { rev: row.rev, by: { id: row.byId, name: row.byName }, at: row.updatedAt, text: row.text, intent: row.intent, entities: row.entities, deleted: row.deletedAt !== null },
  });

/** Two people who write the same text at the same moment: the index decides, and the loser is told. */
async function refusingTwins<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { driverError?: { constraint?: string } }).driverError?.constraint !== 'uq_utterance_text_hash') throw error;
    throw duplicateOf(undefined, 'zh');
  }
}
