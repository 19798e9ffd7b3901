import { randomUUID } from 'node:crypto';
import type { Effect } from '@banshi/dialog';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { DialogQuestion } from './dialog-question.entity.js';
import { QuestionKind } from './dialog.types.js';
import { groupKey, maskText } from './mask-text.js';

/** Trigram similarity from which two questions count as one: 怎么申请低保 and 低保怎么申请呢 are, 低保 and 医保 are not. */
const leastSimilarity = 0.6;

/** Keeps what the assistant could not answer or filled in wrongly. */
@Injectable()
export class QuestionsService {
  async recordUnanswered(tx: RequestContext, session: string, { text, service }: Extract<Effect, { type: 'unanswered' }>): Promise<void> {
    const masked = maskText(text);
    const key = groupKey(masked);
    // Nothing but signs and faces is no question.
    if (key === '') return;
    const [alike] = await tx.manager.query<{ groupKey: string }[]>(
      `SELECT group_key AS "groupKey" FROM dialog_question WHERE kind = $1 AND group_key % $2 AND similarity(group_key, $2) >= $3 ORDER BY similarity(group_key, $2) DESC, count DESC LIMIT 1`,
      [QuestionKind.UNANSWERED, key, leastSimilarity],
    );
    await this.record(tx, session, { kind: QuestionKind.UNANSWERED, groupKey: alike?.groupKey ?? key, text: masked, service, field: null });
  }

  /** One for each field; its text is how somebody corrected it first. */
  async recordCorrected(tx: RequestContext, session: string, { service, field }: Extract<Effect, { type: 'corrected' }>, said: string | null): Promise<void> {
    await this.record(tx, session, { kind: QuestionKind.CORRECTED, groupKey: `${service}/${field}`, text: maskText(said ?? ''), service, field });
  }

  private async record(tx: RequestContext, session: string, { kind, groupKey: key, text, service, field }: Pick<DialogQuestion, 'kind' | 'groupKey' | 'text' | 'service' | 'field'>): Promise<void> {
    await tx.manager.query(
      `INSERT INTO dialog_question (id, kind, group_key, text, service, field, last_session) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (kind, group_key) DO UPDATE SET count = dialog_question.count + 1, last_at = now(), last_session = excluded.last_session,
         service = coalesce(dialog_question.service, excluded.service), text = CASE dialog_question.text WHEN '' THEN excluded.text ELSE dialog_question.text END`,
      [randomUUID(), kind, key, text, service, field, session],
    );
  }
}
