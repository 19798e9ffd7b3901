import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { commonErrors, DomainError, found } from '../../platform/errors/domain-error.js';
import { type List, page, type PageArgs, SortOrder } from '../../platform/lists/list.js';
import { searchPatterns } from '../../platform/search/search-text.js';
import { UtterancesService } from '../corpus/utterances.service.js';
import { DialogQuestion } from './dialog-question.entity.js';
import { QuestionState } from './dialog.types.js';
import type { QuestionFilter } from './question.model.js';

const sortable = { count: 'question.count', lastAt: 'question.lastAt', firstAt: 'question.firstAt', text: 'question.text', state: 'question.state', service: 'question.service' };
export const outcomes = ['utterance', 'faq', 'policy', 'service'] as const;

/** What the assistant could not do, ranked, and what people make of it. */
@Injectable()
export class QuestionListsService {
  constructor(
    private readonly utterances: UtterancesService,
    private readonly audit: AuditService,
  ) {}

  /** What came most often first. */
  list(ctx: RequestContext, args: Pick<PageArgs, 'skip' | 'take' | 'sort'>, filter: QuestionFilter): Promise<List<DialogQuestion>> {
    const query = ctx.manager.createQueryBuilder(DialogQuestion, 'question').where('true');
    if (filter.state) query.andWhere('question.state = :state', { state: filter.state });
    if (filter.kind) query.andWhere('question.kind = :kind', { kind: filter.kind });
    if (filter.service) query.andWhere('question.service = :service', { service: filter.service });
    if (filter.ids) query.andWhere('question.id = ANY(:ids::uuid[])', { ids: filter.ids });
    searchPatterns(filter.q ?? '').forEach((pattern, index) => query.andWhere(`question.text ILIKE :q${index}`, { [`q${index}`]: pattern }));
    return page(query, args, sortable, { field: 'count', order: SortOrder.DESC });
  }

  async get(ctx: RequestContext, id: string): Promise<DialogQuestion> {
    return found(await ctx.manager.findOneBy(DialogQuestion, { id }), 'question');
  }

  /** Answers how many were changed. */
  async move(ctx: RequestContext, ids: readonly string[], state: QuestionState): Promise<number> {
    const isOpen = state === QuestionState.OPEN;
    const [rows] = await ctx.manager.query<[unknown[], number]>(
      `UPDATE dialog_question SET state = $2, decided_by = $3, decided_by_name = $4, decided_at = $5, outcome = NULL, outcome_key = NULL WHERE id = ANY($1::uuid[]) AND state <> $2 RETURNING id`,
      [[...ids], state, isOpen ? null : ctx.actor.id, isOpen ? null : ctx.actor.name, isOpen ? null : new Date()],
    );
    if (rows.length > 0) await this.audit.append(ctx, { action: 'assistant.sort-questions', target: { kind: 'assistant-question', key: ids.length === 1 ? ids[0]! : `${rows.length}` }, detail: { state } });
    return rows.length;
  }

  /** Notes what was made of it. */
  async settle(ctx: RequestContext, id: string, outcome: string, outcomeKey: string | null): Promise<DialogQuestion> {
    if (!(outcomes as readonly string[]).includes(outcome)) throw new DomainError(commonErrors.INVALID_INPUT, { field: 'outcome', params: { reason: outcomes.join(' | ') } });
    await this.get(ctx, id);
    await ctx.manager.update(DialogQuestion, id, { state: QuestionState.DONE, decidedBy: ctx.actor.id, decidedByName: ctx.actor.name, decidedAt: new Date(), outcome, outcomeKey });
    await this.audit.append(ctx, { action: 'assistant.settle-question', target: { kind: 'assistant-question', key: id }, detail: { outcome, outcomeKey } });
    return this.get(ctx, id);
  }

  /** Into the corpus, under the intent that it should have been understood as. `text` null takes it as it was said. */
  async addUtterance(ctx: RequestContext, id: string, intent: string, text: string | null): Promise<DialogQuestion> {
    const question = await this.get(ctx, id);
    const utterance = await this.utterances.create(ctx, { text: text?.trim() || question.text, intent, entities: [] });
    return this.settle(ctx, id, 'utterance', utterance.id);
  }
}
